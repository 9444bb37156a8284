ALTER TABLE `inbox` ADD `echo_kind` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `dossier` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `parts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `doubt_since` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `doubt_until` integer;--> statement-breakpoint
CREATE INDEX `outbox_dossier` ON `outbox` (`dossier`,`seq`) WHERE dossier is not null;
CREATE TABLE `dossier_consultations` (
	`dossier` text NOT NULL,
	`at` integer NOT NULL,
	`agency` text NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`dossier`, `at`, `agency`)
);
--> statement-breakpoint
CREATE INDEX `dossier_consultations_open` ON `dossier_consultations` (`agency`,`at`) WHERE answered_at is null;--> statement-breakpoint
CREATE TABLE `dossier_hands` (
	`account` text NOT NULL,
	`dossier` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`account`, `dossier`)
);
--> statement-breakpoint
CREATE INDEX `dossier_hands_account` ON `dossier_hands` (`account`,`at`);--> statement-breakpoint
CREATE TABLE `saved_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`agency` text,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_lists_account` ON `saved_lists` (`account`);--> statement-breakpoint
CREATE INDEX `saved_lists_agency` ON `saved_lists` (`agency`);--> statement-breakpoint
DROP INDEX `dossiers_due`;--> statement-breakpoint
DROP INDEX `dossiers_holder`;--> statement-breakpoint
DROP INDEX `dossiers_handler`;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `queue` integer;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `aside_until` integer;--> statement-breakpoint
CREATE INDEX `dossiers_holder_status` ON `dossiers` (`holder`,`status`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `dossiers_handler_queue` ON `dossiers` (`handler`,`queue`,`id`) WHERE handler is not null;--> statement-breakpoint
CREATE INDEX `dossiers_holder_queue` ON `dossiers` (`holder`,`queue`,`id`) WHERE queue is not null;--> statement-breakpoint
CREATE INDEX `dossiers_queue` ON `dossiers` (`queue`,`id`) WHERE queue is not null;--> statement-breakpoint
CREATE INDEX `dossiers_due_waiting` ON `dossiers` (`due_at`) WHERE queue is not null;--> statement-breakpoint
UPDATE dossiers SET queue = coalesce(due_at, filed_at) - CASE WHEN last_action = 'supplemented' THEN 10000000000000 ELSE 0 END WHERE status IN ('registered', 'accepted', 'processing') OR (status = 'supplement' AND last_action = 'supplemented');
ALTER TABLE `dossier_actions` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `due_at` integer;--> statement-breakpoint
CREATE INDEX `dossiers_due` ON `dossiers` (`status`,`due_at`);
CREATE TABLE `staff_notices` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account` text NOT NULL,
	`dossier` text NOT NULL,
	`kind` text NOT NULL,
	`about` integer NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_once` ON `staff_notices` (`account`,`dossier`,`kind`,`about`);--> statement-breakpoint
CREATE INDEX `staff_notices_dossier` ON `staff_notices` (`dossier`,`kind`,`about`);--> statement-breakpoint
CREATE INDEX `staff_notices_unseen` ON `staff_notices` (`account`,`place`) WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX `staff_notices_at` ON `staff_notices` (`at`);--> statement-breakpoint
CREATE TABLE `work_calendar_versions` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry` text NOT NULL,
	`why` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `dossier_hands_account`;--> statement-breakpoint
CREATE INDEX `dossier_hands_touched` ON `dossier_hands` (`account`,`at`,`dossier`);--> statement-breakpoint
ALTER TABLE `dossiers` ADD `answer_by` integer;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `wake_at` integer;--> statement-breakpoint
CREATE INDEX `dossiers_elsewhere` ON `dossiers` (`agency`,`filed_at`,`id`) WHERE holder <> agency;--> statement-breakpoint
CREATE INDEX `dossiers_elsewhere_newest` ON `dossiers` (`filed_at`,`id`) WHERE holder <> agency;--> statement-breakpoint
CREATE INDEX `dossiers_holder_citizen` ON `dossiers` (`holder`,`filed_at`,`id`) WHERE status in ('supplement', 'payment');--> statement-breakpoint
CREATE INDEX `dossiers_citizen_newest` ON `dossiers` (`filed_at`,`id`) WHERE status in ('supplement', 'payment');--> statement-breakpoint
CREATE INDEX `dossiers_aside` ON `dossiers` (`handler`,`filed_at`,`id`) WHERE aside_until is not null;--> statement-breakpoint
CREATE INDEX `dossiers_idle` ON `dossiers` (`updated_at`,`id`) WHERE handler is not null and queue is not null;--> statement-breakpoint
CREATE INDEX `dossiers_wake` ON `dossiers` (`wake_at`) WHERE wake_at is not null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `received_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `seen_at` integer;
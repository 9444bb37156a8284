CREATE TABLE `agency_versions` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`since` text NOT NULL,
	`entry` text NOT NULL,
	`why` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agency_versions_code` ON `agency_versions` (`code`,`since`);--> statement-breakpoint
CREATE TABLE `canned_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `canned_replies_flow` ON `canned_replies` (`procedure`);--> statement-breakpoint
CREATE TABLE `dossier_words` (
	`word` text NOT NULL,
	`dossier` text NOT NULL,
	PRIMARY KEY(`word`, `dossier`)
);
--> statement-breakpoint
CREATE INDEX `dossier_words_dossier` ON `dossier_words` (`dossier`);--> statement-breakpoint
CREATE TABLE `staff_absences` (
	`account` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`substitute` text,
	PRIMARY KEY(`account`, `since`)
);
--> statement-breakpoint
CREATE INDEX `staff_absences_until` ON `staff_absences` (`until`);--> statement-breakpoint
CREATE TABLE `staff_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_links_account` ON `staff_links` (`account`);--> statement-breakpoint
CREATE TABLE `staff_postings` (
	`account` text NOT NULL,
	`role` text NOT NULL,
	`agency` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	PRIMARY KEY(`account`, `role`, `agency`, `since`)
);
--> statement-breakpoint
CREATE INDEX `staff_postings_agency` ON `staff_postings` (`agency`,`role`);--> statement-breakpoint
CREATE TABLE `staff_views` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier` text NOT NULL,
	`account` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_views_dossier` ON `staff_views` (`dossier`,`at`);--> statement-breakpoint
CREATE INDEX `staff_views_account` ON `staff_views` (`account`,`at`);--> statement-breakpoint
ALTER TABLE `dossier_actions` ADD `move` text;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `holder` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `handler` text;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `is_reserved` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `dossiers_holder` ON `dossiers` (`holder`,`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `dossiers_holder_newest` ON `dossiers` (`holder`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `dossiers_agency_newest` ON `dossiers` (`agency`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `dossiers_handler` ON `dossiers` (`handler`,`status`,`due_at`) WHERE handler is not null;--> statement-breakpoint
ALTER TABLE `staff_accounts` ADD `seen_at` integer;--> statement-breakpoint
CREATE INDEX `staff_sessions_account` ON `staff_sessions` (`account`);--> statement-breakpoint
UPDATE dossiers SET holder = agency;--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'reception', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'specialist', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'leader', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'editor', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'administrator', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('administrator');
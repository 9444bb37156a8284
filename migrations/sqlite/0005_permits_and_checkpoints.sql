CREATE TABLE `checkpoint_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`latitude` integer,
	`longitude` integer,
	`code_hash` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `checkpoint_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`post` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `checkpoint_sessions_expiry` ON `checkpoint_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `ended_orders` (
	`order_id` text PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL,
	`ended_by` text NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE TABLE `key_lists` (
	`serial` integer PRIMARY KEY NOT NULL,
	`signed` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `permit_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`not_before` integer NOT NULL,
	`not_after` integer NOT NULL,
	`public_key` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_because` text
);
--> statement-breakpoint
CREATE TABLE `root_keys` (
	`public_key` text PRIMARY KEY NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `scan_counts` (
	`post` text NOT NULL,
	`hour` integer NOT NULL,
	`verdict` text NOT NULL,
	`colour` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`post`, `hour`, `verdict`, `colour`)
);
--> statement-breakpoint
CREATE TABLE `scans` (
	`id` text PRIMARY KEY NOT NULL,
	`post` text NOT NULL,
	`permit` text,
	`verdict` text NOT NULL,
	`colour` text NOT NULL,
	`by` text NOT NULL,
	`offline` integer NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `scans_permit` ON `scans` (`permit`,`at`);--> statement-breakpoint
CREATE INDEX `scans_at` ON `scans` (`at`);--> statement-breakpoint
CREATE INDEX `scans_received` ON `scans` (`received_at`);--> statement-breakpoint
ALTER TABLE `permits` ADD `kind` text DEFAULT 'travel-pass' NOT NULL;--> statement-breakpoint
ALTER TABLE `permits` ADD `terms` integer;--> statement-breakpoint
ALTER TABLE `permits` ADD `replaces` text;--> statement-breakpoint
ALTER TABLE `permits` ADD `person_bucket` integer;--> statement-breakpoint
ALTER TABLE `permits` ADD `plate_bucket` integer;--> statement-breakpoint
ALTER TABLE `permits` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `permits_person` ON `permits` (`person_bucket`,`valid_until`);--> statement-breakpoint
CREATE INDEX `permits_plate` ON `permits` (`plate_bucket`,`valid_until`);--> statement-breakpoint
CREATE INDEX `permits_key` ON `permits` (`key_id`);--> statement-breakpoint
CREATE INDEX `permits_kind` ON `permits` (`kind`,`valid_until`);--> statement-breakpoint
CREATE INDEX `permits_replaces` ON `permits` (`replaces`);--> statement-breakpoint
CREATE INDEX `permits_revoked` ON `permits` (`revoked_at`) WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX `permits_reminders` ON `permits` (`remind_at`) WHERE remind_at is not null;
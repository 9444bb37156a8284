CREATE TABLE `known_devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `known_devices_expiry` ON `known_devices` (`expires_at`);--> statement-breakpoint
CREATE TABLE `lookup_guesses` (
	`dossier` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);

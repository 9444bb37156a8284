CREATE TABLE `flow_drafts` (
	`flow` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`cases` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`dossier` text PRIMARY KEY NOT NULL,
	`agency` text NOT NULL,
	`procedure` text NOT NULL,
	`scale` text NOT NULL,
	`score` integer NOT NULL,
	`comment` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ratings_agency` ON `ratings` (`agency`,`at`);--> statement-breakpoint
CREATE TABLE `step_counts` (
	`flow` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`day` text NOT NULL,
	`reached` integer NOT NULL,
	`answered` integer NOT NULL,
	`failed` integer NOT NULL,
	PRIMARY KEY(`flow`, `version`, `step`, `day`)
);
--> statement-breakpoint
CREATE TABLE `timers` (
	`citizen` text NOT NULL,
	`timer` text NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`citizen`, `timer`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`);--> statement-breakpoint
ALTER TABLE `attachments` ADD `purpose` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `step` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `drafted` text;--> statement-breakpoint
CREATE INDEX `conversations_drafted` ON `conversations` (`drafted`) WHERE drafted is not null;
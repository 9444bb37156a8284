CREATE TABLE `unheard_words` (
	`id` text PRIMARY KEY NOT NULL,
	`flow` text NOT NULL,
	`step` text NOT NULL,
	`words` text NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `step_counts` ADD `typed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `step_counts` ADD `missed` integer DEFAULT 0 NOT NULL;
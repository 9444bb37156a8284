CREATE TABLE `elsewhere_versions` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`entry` text NOT NULL,
	`why` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `elsewhere_versions_revision` ON `elsewhere_versions` (`id`,`revision`);
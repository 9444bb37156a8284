ALTER TABLE `checkpoint_sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `checkpoint_sessions` ADD `seen_at` integer;--> statement-breakpoint
CREATE INDEX `checkpoint_sessions_post` ON `checkpoint_sessions` (`post`);
ALTER TABLE `flow_drafts` ADD `judged` text;--> statement-breakpoint
ALTER TABLE `flow_versions` ADD `withdrawn` text;
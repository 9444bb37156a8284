ALTER TABLE `ended_orders` ADD `resumed_at` integer;--> statement-breakpoint
ALTER TABLE `ended_orders` ADD `resumed_by` text;--> statement-breakpoint
ALTER TABLE `ended_orders` ADD `resumed_because` text;--> statement-breakpoint
ALTER TABLE `ended_orders` ADD `restored_at` integer;--> statement-breakpoint
ALTER TABLE `permits` ADD `ended_with` text;--> statement-breakpoint
CREATE INDEX `permits_ended_with` ON `permits` (`ended_with`) WHERE ended_with is not null;
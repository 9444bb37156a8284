ALTER TABLE `staff_accounts` DROP COLUMN `role`;--> statement-breakpoint
ALTER TABLE `staff_accounts` DROP COLUMN `agency`;
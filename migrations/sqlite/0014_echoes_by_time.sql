DROP INDEX `inbox_echo`;--> statement-breakpoint
CREATE INDEX `inbox_echo` ON `inbox` (`received_at`,`citizen`) WHERE state = 'echo';
CREATE TABLE `flow_readings` (
	`hash` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`file` text NOT NULL
);

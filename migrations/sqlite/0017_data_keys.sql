CREATE TABLE `data_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`proof` text NOT NULL
);

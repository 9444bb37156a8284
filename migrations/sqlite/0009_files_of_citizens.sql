CREATE INDEX `attachments_citizen` ON `attachments` (`citizen`,`received_at`);--> statement-breakpoint
CREATE INDEX `attachments_unfiled` ON `attachments` (`citizen`) WHERE dossier is null;
CREATE INDEX `consents_citizen` ON `consents` (`citizen`,`at`);--> statement-breakpoint
CREATE INDEX `dossiers_procedure_newest` ON `dossiers` (`procedure`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `dossiers_holder_procedure` ON `dossiers` (`holder`,`procedure`,`filed_at`,`id`);--> statement-breakpoint
CREATE INDEX `inbox_citizen` ON `inbox` (`citizen`);--> statement-breakpoint
CREATE INDEX `outbox_citizen` ON `outbox` (`citizen`);
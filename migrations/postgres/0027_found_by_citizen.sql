CREATE INDEX "consents_citizen" ON "consents" USING btree ("citizen","at");--> statement-breakpoint
CREATE INDEX "dossiers_procedure_newest" ON "dossiers" USING btree ("procedure","filed_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_holder_procedure" ON "dossiers" USING btree ("holder","procedure","filed_at","id");--> statement-breakpoint
CREATE INDEX "inbox_citizen" ON "inbox" USING btree ("citizen");--> statement-breakpoint
CREATE INDEX "outbox_citizen" ON "outbox" USING btree ("citizen");
ALTER TABLE "dossier_actions" ADD COLUMN "due_at" bigint;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "due_at" bigint;--> statement-breakpoint
CREATE INDEX "dossiers_due" ON "dossiers" USING btree ("status","due_at");
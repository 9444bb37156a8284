ALTER TABLE "inbox" ADD COLUMN "echo_kind" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "dossier" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "parts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "doubt_since" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "doubt_until" bigint;--> statement-breakpoint
CREATE INDEX "outbox_dossier" ON "outbox" USING btree ("dossier","seq") WHERE dossier is not null;
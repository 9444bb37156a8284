CREATE TABLE "dossier_consultations" (
	"dossier" text NOT NULL,
	"at" bigint NOT NULL,
	"agency" text NOT NULL,
	"answered_at" bigint,
	CONSTRAINT "dossier_consultations_dossier_at_agency_pk" PRIMARY KEY("dossier","at","agency")
);
--> statement-breakpoint
CREATE TABLE "dossier_hands" (
	"account" text NOT NULL,
	"dossier" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "dossier_hands_account_dossier_pk" PRIMARY KEY("account","dossier")
);
--> statement-breakpoint
CREATE TABLE "saved_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"agency" text,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "dossiers_due";--> statement-breakpoint
DROP INDEX "dossiers_holder";--> statement-breakpoint
DROP INDEX "dossiers_handler";--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "queue" bigint;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "aside_until" bigint;--> statement-breakpoint
CREATE INDEX "dossier_consultations_open" ON "dossier_consultations" USING btree ("agency","at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "dossier_hands_account" ON "dossier_hands" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "saved_lists_account" ON "saved_lists" USING btree ("account");--> statement-breakpoint
CREATE INDEX "saved_lists_agency" ON "saved_lists" USING btree ("agency");--> statement-breakpoint
CREATE INDEX "dossiers_holder_status" ON "dossiers" USING btree ("holder","status","filed_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_handler_queue" ON "dossiers" USING btree ("handler","queue","id") WHERE handler is not null;--> statement-breakpoint
CREATE INDEX "dossiers_holder_queue" ON "dossiers" USING btree ("holder","queue","id") WHERE queue is not null;--> statement-breakpoint
CREATE INDEX "dossiers_queue" ON "dossiers" USING btree ("queue","id") WHERE queue is not null;--> statement-breakpoint
CREATE INDEX "dossiers_due_waiting" ON "dossiers" USING btree ("due_at") WHERE queue is not null;--> statement-breakpoint
UPDATE dossiers SET queue = coalesce(due_at, filed_at) - CASE WHEN last_action = 'supplemented' THEN 10000000000000 ELSE 0 END WHERE status IN ('registered', 'accepted', 'processing') OR (status = 'supplement' AND last_action = 'supplemented');
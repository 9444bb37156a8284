CREATE TABLE "staff_notices" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_notices_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account" text NOT NULL,
	"dossier" text NOT NULL,
	"kind" text NOT NULL,
	"about" bigint NOT NULL,
	"at" bigint NOT NULL,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "work_calendar_versions" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_calendar_versions_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry" text NOT NULL,
	"why" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "dossier_hands_account";--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "answer_by" bigint;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "wake_at" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "received_at" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "seen_at" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_notices_once" ON "staff_notices" USING btree ("account","dossier","kind","about");--> statement-breakpoint
CREATE INDEX "staff_notices_dossier" ON "staff_notices" USING btree ("dossier","kind","about");--> statement-breakpoint
CREATE INDEX "staff_notices_unseen" ON "staff_notices" USING btree ("account","place") WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX "staff_notices_at" ON "staff_notices" USING btree ("at");--> statement-breakpoint
CREATE INDEX "dossier_hands_touched" ON "dossier_hands" USING btree ("account","at","dossier");--> statement-breakpoint
CREATE INDEX "dossiers_elsewhere" ON "dossiers" USING btree ("agency","filed_at","id") WHERE holder <> agency;--> statement-breakpoint
CREATE INDEX "dossiers_elsewhere_newest" ON "dossiers" USING btree ("filed_at","id") WHERE holder <> agency;--> statement-breakpoint
CREATE INDEX "dossiers_holder_citizen" ON "dossiers" USING btree ("holder","filed_at","id") WHERE status in ('supplement', 'payment');--> statement-breakpoint
CREATE INDEX "dossiers_citizen_newest" ON "dossiers" USING btree ("filed_at","id") WHERE status in ('supplement', 'payment');--> statement-breakpoint
CREATE INDEX "dossiers_aside" ON "dossiers" USING btree ("handler","filed_at","id") WHERE aside_until is not null;--> statement-breakpoint
CREATE INDEX "dossiers_idle" ON "dossiers" USING btree ("updated_at","id") WHERE handler is not null and queue is not null;--> statement-breakpoint
CREATE INDEX "dossiers_wake" ON "dossiers" USING btree ("wake_at") WHERE wake_at is not null;
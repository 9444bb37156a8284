CREATE TABLE "agency_versions" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agency_versions_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"since" text NOT NULL,
	"entry" text NOT NULL,
	"why" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"procedure" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_words" (
	"word" text NOT NULL,
	"dossier" text NOT NULL,
	CONSTRAINT "dossier_words_word_dossier_pk" PRIMARY KEY("word","dossier")
);
--> statement-breakpoint
CREATE TABLE "staff_absences" (
	"account" text NOT NULL,
	"since" text NOT NULL,
	"until" text NOT NULL,
	"substitute" text,
	CONSTRAINT "staff_absences_account_since_pk" PRIMARY KEY("account","since")
);
--> statement-breakpoint
CREATE TABLE "staff_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_postings" (
	"account" text NOT NULL,
	"role" text NOT NULL,
	"agency" text NOT NULL,
	"since" text NOT NULL,
	"until" text,
	CONSTRAINT "staff_postings_account_role_agency_since_pk" PRIMARY KEY("account","role","agency","since")
);
--> statement-breakpoint
CREATE TABLE "staff_views" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_views_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dossier" text NOT NULL,
	"account" text NOT NULL,
	"what" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dossier_actions" ADD COLUMN "move" text;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "holder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "handler" text;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "is_reserved" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_accounts" ADD COLUMN "seen_at" bigint;--> statement-breakpoint
CREATE INDEX "agency_versions_code" ON "agency_versions" USING btree ("code","since");--> statement-breakpoint
CREATE INDEX "canned_replies_flow" ON "canned_replies" USING btree ("procedure");--> statement-breakpoint
CREATE INDEX "dossier_words_dossier" ON "dossier_words" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "staff_absences_until" ON "staff_absences" USING btree ("until");--> statement-breakpoint
CREATE INDEX "staff_links_account" ON "staff_links" USING btree ("account");--> statement-breakpoint
CREATE INDEX "staff_postings_agency" ON "staff_postings" USING btree ("agency","role");--> statement-breakpoint
CREATE INDEX "staff_views_dossier" ON "staff_views" USING btree ("dossier","at");--> statement-breakpoint
CREATE INDEX "staff_views_account" ON "staff_views" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "dossiers_holder" ON "dossiers" USING btree ("holder","status","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_holder_newest" ON "dossiers" USING btree ("holder","filed_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_agency_newest" ON "dossiers" USING btree ("agency","filed_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_handler" ON "dossiers" USING btree ("handler","status","due_at") WHERE handler is not null;--> statement-breakpoint
CREATE INDEX "staff_sessions_account" ON "staff_sessions" USING btree ("account");--> statement-breakpoint
UPDATE dossiers SET holder = agency;--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'reception', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'specialist', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'leader', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('officer', 'clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'editor', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('clerk', 'administrator');--> statement-breakpoint
INSERT INTO staff_postings (account, role, agency, since) SELECT id, 'administrator', coalesce(agency, ''), '2025-07-01' FROM staff_accounts WHERE role IN ('administrator');
CREATE TABLE "agencies" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"area" integer,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"successor" text
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"citizen" text NOT NULL,
	"dossier" text,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"name" text,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"sha256" text,
	"mime" text,
	"bytes" integer,
	"because" text
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen" text NOT NULL,
	"flow" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"given" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"citizen" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"flow" text,
	"version" integer,
	"session" text NOT NULL,
	"last_interaction_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_leases" (
	"citizen" text PRIMARY KEY NOT NULL,
	"claimed_at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"died_since" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_actions" (
	"dossier" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"attachments" text,
	CONSTRAINT "dossier_actions_dossier_seq_pk" PRIMARY KEY("dossier","seq")
);
--> statement-breakpoint
CREATE TABLE "dossier_counters" (
	"unit" text NOT NULL,
	"day" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "dossier_counters_unit_day_pk" PRIMARY KEY("unit","day")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"lookup_secret" text NOT NULL,
	"citizen" text NOT NULL,
	"procedure" text NOT NULL,
	"procedure_version" integer NOT NULL,
	"agency" text NOT NULL,
	"status" text NOT NULL,
	"last_action" text NOT NULL,
	"applicant" text NOT NULL,
	"answers" text NOT NULL,
	"filed_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_versions" (
	"flow" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"shape" text NOT NULL,
	"source" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL,
	CONSTRAINT "flow_versions_flow_version_revision_pk" PRIMARY KEY("flow","version","revision")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"citizen" text,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"handled_at" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"body" "bytea",
	"event" text,
	"echo" text,
	"echo_of" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen" text NOT NULL,
	"message" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	"zalo_message_id" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "permits" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"number" text NOT NULL,
	"holder" text NOT NULL,
	"from_area" integer NOT NULL,
	"to_area" integer NOT NULL,
	"purpose" integer NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"key_id" text NOT NULL,
	"digits" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"revoked_at" bigint,
	"revoked_because" text
);
--> statement-breakpoint
CREATE TABLE "staff_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"csrf" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zalo_tokens" (
	"oa_id" text PRIMARY KEY NOT NULL,
	"pair" text,
	"previous" text,
	"saved_at" bigint,
	"leased_until" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zalo_uploads" (
	"ref" text PRIMARY KEY NOT NULL,
	"attachment_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "attachments_waiting" ON "attachments" USING btree ("not_before") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "conversations_flow" ON "conversations" USING btree ("flow","version");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_code" ON "dossiers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "dossiers_newest" ON "dossiers" USING btree ("filed_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_status" ON "dossiers" USING btree ("status","filed_at");--> statement-breakpoint
CREATE INDEX "dossiers_citizen" ON "dossiers" USING btree ("citizen","filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_key" ON "inbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("citizen","sent_at","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_echo" ON "inbox" USING btree ("citizen","received_at") WHERE state = 'echo';--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("citizen","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_zalo_message" ON "outbox" USING btree ("zalo_message_id") WHERE zalo_message_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_held" ON "outbox" USING btree ("citizen","seq") WHERE state = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "permits_number" ON "permits" USING btree ("number");--> statement-breakpoint
CREATE INDEX "permits_dossier" ON "permits" USING btree ("dossier");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_accounts_email" ON "staff_accounts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "staff_sessions_expiry" ON "staff_sessions" USING btree ("expires_at");
CREATE TABLE "checkpoint_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"latitude" integer,
	"longitude" integer,
	"code_hash" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "checkpoint_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"post" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ended_orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"ended_at" bigint NOT NULL,
	"ended_by" text NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "key_lists" (
	"serial" integer PRIMARY KEY NOT NULL,
	"signed" text NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "permit_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"not_before" bigint NOT NULL,
	"not_after" bigint NOT NULL,
	"public_key" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_because" text
);
--> statement-breakpoint
CREATE TABLE "root_keys" (
	"public_key" text PRIMARY KEY NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan_counts" (
	"post" text NOT NULL,
	"hour" bigint NOT NULL,
	"verdict" text NOT NULL,
	"colour" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "scan_counts_post_hour_verdict_colour_pk" PRIMARY KEY("post","hour","verdict","colour")
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"id" text PRIMARY KEY NOT NULL,
	"post" text NOT NULL,
	"permit" text,
	"verdict" text NOT NULL,
	"colour" text NOT NULL,
	"by" text NOT NULL,
	"offline" integer NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "kind" text DEFAULT 'travel-pass' NOT NULL;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "terms" integer;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "person_bucket" integer;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "plate_bucket" integer;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "remind_at" bigint;--> statement-breakpoint
CREATE INDEX "checkpoint_sessions_expiry" ON "checkpoint_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "scans_permit" ON "scans" USING btree ("permit","at");--> statement-breakpoint
CREATE INDEX "scans_at" ON "scans" USING btree ("at");--> statement-breakpoint
CREATE INDEX "scans_received" ON "scans" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "permits_person" ON "permits" USING btree ("person_bucket","valid_until");--> statement-breakpoint
CREATE INDEX "permits_plate" ON "permits" USING btree ("plate_bucket","valid_until");--> statement-breakpoint
CREATE INDEX "permits_key" ON "permits" USING btree ("key_id");--> statement-breakpoint
CREATE INDEX "permits_kind" ON "permits" USING btree ("kind","valid_until");--> statement-breakpoint
CREATE INDEX "permits_replaces" ON "permits" USING btree ("replaces");--> statement-breakpoint
CREATE INDEX "permits_revoked" ON "permits" USING btree ("revoked_at") WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX "permits_reminders" ON "permits" USING btree ("remind_at") WHERE remind_at is not null;
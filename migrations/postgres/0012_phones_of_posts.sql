ALTER TABLE "checkpoint_sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "checkpoint_sessions" ADD COLUMN "seen_at" bigint;--> statement-breakpoint
CREATE INDEX "checkpoint_sessions_post" ON "checkpoint_sessions" USING btree ("post");
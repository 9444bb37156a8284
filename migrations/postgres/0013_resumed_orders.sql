ALTER TABLE "ended_orders" ADD COLUMN "resumed_at" bigint;--> statement-breakpoint
ALTER TABLE "ended_orders" ADD COLUMN "resumed_by" text;--> statement-breakpoint
ALTER TABLE "ended_orders" ADD COLUMN "resumed_because" text;--> statement-breakpoint
ALTER TABLE "ended_orders" ADD COLUMN "restored_at" bigint;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "ended_with" text;--> statement-breakpoint
CREATE INDEX "permits_ended_with" ON "permits" USING btree ("ended_with") WHERE ended_with is not null;
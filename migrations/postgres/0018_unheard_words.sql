CREATE TABLE "unheard_words" (
	"id" text PRIMARY KEY NOT NULL,
	"flow" text NOT NULL,
	"step" text NOT NULL,
	"words" text NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "step_counts" ADD COLUMN "typed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "step_counts" ADD COLUMN "missed" integer DEFAULT 0 NOT NULL;
ALTER TABLE "flow_drafts" ADD COLUMN "judged" text;--> statement-breakpoint
ALTER TABLE "flow_versions" ADD COLUMN "withdrawn" text;
CREATE TABLE "elsewhere_versions" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "elsewhere_versions_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"entry" text NOT NULL,
	"why" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "elsewhere_versions_revision" ON "elsewhere_versions" USING btree ("id","revision");
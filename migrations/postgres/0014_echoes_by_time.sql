DROP INDEX "inbox_echo";--> statement-breakpoint
CREATE INDEX "inbox_echo" ON "inbox" USING btree ("received_at","citizen") WHERE state = 'echo';
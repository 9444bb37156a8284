CREATE TRIGGER dossier_actions_no_update BEFORE UPDATE ON dossier_actions
BEGIN
  SELECT RAISE(ABORT, 'dossier_actions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER dossier_actions_no_delete BEFORE DELETE ON dossier_actions
BEGIN
  SELECT RAISE(ABORT, 'dossier_actions is append-only');
END;

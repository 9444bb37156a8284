import type { DossierAction } from '../dossiers/dossier.ts'
import type { Schema } from './engine/schema.ts'

type Row = Schema['dossierActions']['$inferSelect']

export const toAction = ({ type, actor, at, status, note, attachments, dueAt, move }: Row): DossierAction => ({
  type,
  by: actor,
  at,
  status,
  ...(note !== null && { note }),
  ...(attachments !== null && { attachments }),
  ...(dueAt !== null && { dueAt }),
  ...(move !== null && { move }),
})

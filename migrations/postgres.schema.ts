import { postgresSchema } from '../src/storage/schema.ts'

// drizzle-kit finds tables by looking at what a module exports by name.
export const {
  inbox,
  conversations,
  consents,
  outbox,
  deliveryLeases,
  agencies,
  dossierCounters,
  dossiers,
  dossierActions,
  attachments,
  permits,
  flowVersions,
  flowDrafts,
  stepCounts,
  ratings,
  timers,
  staffAccounts,
  staffSessions,
  zaloTokens,
  zaloUploads,
} = postgresSchema

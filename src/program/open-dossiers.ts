import { createDossierMessages } from '../storage/dossier-messages.ts'
import { createDossiers } from '../storage/dossiers.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createRatings } from '../storage/ratings.ts'

/** The dossiers, what citizens were told about them, and what they thought of it. */
export const openDossiers = (engine: Engine) => ({
  dossiers: createDossiers(engine),
  messages: createDossierMessages(engine),
  ratings: createRatings(engine),
})

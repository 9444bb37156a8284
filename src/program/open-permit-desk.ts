import { createDuplicates } from '../casework/duplicates.ts'
import { createGrantingVersions } from '../casework/granting.ts'
import type { KindOf } from '../casework/names.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createPermitSearch } from '../storage/permit-search.ts'

/** What staff need besides the dossier to decide on permits: those that wait, and what they collide with. */
export function openPermitDesk(engine: Engine, kindOf: KindOf, now: Clock) {
  const search = createPermitSearch(engine)
  const granting = createGrantingVersions({ search, kindOf })
  return { search, granting, duplicates: createDuplicates({ search, kindOf, granting, now }) }
}

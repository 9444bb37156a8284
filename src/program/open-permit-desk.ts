import type { Flows } from '../conversation/flow/compiled-flow.ts'
import type { Clock } from '../kernel/clock.ts'
import type { PermitKind } from '../permits/grant/kinds.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createPermitSearch } from '../storage/permit-search.ts'
import { createDuplicates } from '../casework/duplicates.ts'

/** What staff need besides the dossier to decide on permits: those that wait, and what they collide with. */
export function openPermitDesk(
  engine: Engine,
  flows: Pick<Flows, 'offered'>,
  kindOf: (flow: string) => PermitKind | undefined,
  now: Clock,
) {
  const search = createPermitSearch(engine)
  const flowsGranting = (kind?: string) =>
    flows
      .offered()
      .map(({ flow }) => flow)
      .filter((flow) => kindOf(flow) && (kind === undefined || kindOf(flow)?.id === kind))
  return {
    search,
    grantingFlows: () => flowsGranting(),
    duplicates: createDuplicates({ search, kindOf, flowsGranting, now }),
  }
}

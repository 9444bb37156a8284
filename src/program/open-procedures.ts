import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { LiveCatalogue } from '../procedures/catalogue.ts'
import { createCounting } from '../procedures/counting.ts'
import { createElsewhereDesk } from '../procedures/elsewhere/desk.ts'
import type { SourcedElsewhere } from '../procedures/elsewhere/entry.ts'
import { createExaminer } from '../procedures/examiner.ts'
import { paperQuestions } from '../procedures/paper-questions.ts'
import type { ElsewhereVersions, FlowVersions, PinnedConversations } from '../procedures/ports.ts'
import { questionsOf } from '../procedures/question-kinds.ts'
import { createPublishing } from '../procedures/publishing.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createFlowDrafts } from '../storage/flow-drafts.ts'
import { createPendingDossiers } from '../storage/pending-dossiers.ts'
import { createStepCounts } from '../storage/step-counts.ts'
import { createUnheardWords } from '../storage/unheard-words.ts'

interface ProcedureParts {
  engine: Engine
  catalogue: {
    versions: FlowVersions
    pinned: PinnedConversations
    elsewhere: ElsewhereVersions
    seeded: readonly SourcedElsewhere[]
    flows: LiveCatalogue
  }
  kinds: PermitKinds
  agencyCodes: () => readonly string[]
  now: Clock
  log: Log
}

/** The procedures as staff see and change them, and what is counted about them. */
export function openProcedures({ engine, catalogue, kinds, agencyCodes, now, log }: ProcedureParts) {
  const { versions, pinned, elsewhere, seeded, flows } = catalogue
  const counts = createStepCounts(engine)
  const examiner = createExaminer()
  const publishing = createPublishing({
    versions,
    pinned,
    elsewhere,
    pending: createPendingDossiers(engine),
    drafts: createFlowDrafts(engine),
    counts,
    catalogue: flows,
    examiner,
    names: {
      kinds: kinds.all,
      get agencies() {
        return agencyCodes()
      },
    },
    now,
  })
  const elsewhereDesk = createElsewhereDesk({ versions: elsewhere, publishing, catalogue: flows, seeded, now })
  return {
    flows,
    counting: createCounting({ counts, now, log }),
    examiner,
    publishing,
    elsewhere: elsewhereDesk,
    unheard: createUnheardWords(engine),
    procedureName: flows.nameOf,
    /** Those that file something, by which a list of dossiers can be narrowed. */
    procedures: () =>
      flows
        .offered()
        .filter(({ mode }) => mode !== undefined)
        .map(({ flow, name }) => ({ flow, name })),
    questionsOf: (flow: string, version: number) => questionsOf(flows, flow, version),
    pinned: flows.pinned,
    paperQuestions: (flow: string, version: number) => paperQuestions(flows, flow, version),
  }
}

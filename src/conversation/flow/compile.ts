import type { AnyStateMachine } from 'xstate'
import { USUAL_DAYS } from '../checks/permit-period.ts'
import { boundTo } from '../checks/table.ts'
import type { CompiledFlow } from './compiled-flow.ts'
import type { Deed, FlowFile, Step } from './flow-format.ts'
import { grantedBy, type GrantedKind } from './granted-kind.ts'
import { machineOf } from './machine.ts'
import { placesByStep, writtenOutFor } from './people.ts'
import { countRemaining } from './progress.ts'
import { groupsOf } from './together.ts'

const HANDING_IN: ReadonlySet<Deed> = new Set(['file', 'supplement', 'rate', 'withdraw'])

/** The text as its kind of permit makes it: how long a period may be asked for, in checks and in `{longestDays}`. */
function withDays(file: FlowFile, kinds: readonly GrantedKind[]): FlowFile {
  const granted = grantedBy(file)
  if (granted === undefined) return file
  const days = kinds.find(({ id }) => id === granted)?.longestDays ?? USUAL_DAYS
  const fill = (text: string): string => text.replaceAll('{longestDays}', String(days))
  const steps = Object.entries(file.steps).map(([id, step]): [string, Step] => [
    id,
    {
      ...step,
      ...(step.say !== undefined && { say: fill(step.say) }),
      ...('together' in step && step.together && { together: { ...step.together, say: fill(step.together.say) } }),
      ...('why' in step && step.why !== undefined && { why: fill(step.why) }),
      ...('explain' in step && step.explain !== undefined && { explain: fill(step.explain) }),
      ...(step.expect === 'text' && { check: boundTo(step.check, days) }),
    },
  ])
  return { ...file, steps: Object.fromEntries(steps) }
}

/** What a file may say of the whole procedure, carried over as it stands. */
const OPTIONAL = [
  ...(['about', 'code', 'mode', 'agency', 'info', 'link', 'closed', 'help', 'afterwards', 'contact'] as const),
  ...(['approval', 'reserved', 'answered'] as const),
] as const

/** Makes a file without findings ready to run. Its machine is built when somebody first enters it. */
export function compile(text: FlowFile, kinds: readonly GrantedKind[] = []): CompiledFlow {
  const { file, people } = writtenOutFor(withDays(text, kinds))
  let machine: AnyStateMachine | undefined
  const { flow, version, name, start } = file
  const optional = Object.fromEntries(
    [...OPTIONAL.map((key) => [key, file[key]] as const), ['grants', grantedBy(file)] as const].filter(
      ([, value]) => value !== undefined,
    ),
  )
  return {
    flow,
    version,
    name,
    start,
    ...optional,
    words: file.words ?? [],
    says: file.says ?? [],
    moves: file.moves ?? [],
    steps: new Map(Object.entries(file.steps)),
    together: groupsOf(file),
    people: placesByStep(people),
    remaining: countRemaining(file, people),
    keepsDraft: Object.values(file.steps).some(
      (step) => step.expect === 'none' && step.do !== undefined && HANDING_IN.has(step.do),
    ),
    get machine() {
      return (machine ??= machineOf(file))
    },
  }
}

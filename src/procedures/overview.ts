import { newestOfAll, type Catalogue } from './catalogue.ts'
import type { Examined, Known } from './examine.ts'
import type { Names } from './lint/rule.ts'
import type { FlowDraft, FlowVersion } from './ports.ts'

/** One procedure as a list of all shows it. */
export interface Overview {
  flow: string
  name: string
  /** Code of the administrative procedure, `2.000635`. */
  code?: string
  /** Absent while it is only a draft. */
  newest?: FlowVersion
  draft?: FlowDraft
  /** Why citizens cannot begin what is published, where something it rests on is gone. */
  aside?: string
  /** Mistakes in the draft and in its examples; absent while they are being looked for anew. */
  findings?: number
  /** Open conversations and drafts of citizens, of every version. */
  inTheMiddle: number
}

/** A saved draft beside what was found in it; that is absent while it is being looked at anew. */
interface Looked {
  draft: FlowDraft
  examined?: Examined
}

type Shelved = Omit<Known, 'flows'> & { flows: Catalogue }

const byName = new Intl.Collator('vi')

/** Every procedure that was published or begun, by name. */
export function overviewOf(known: Shelved, drafts: readonly Looked[]): Overview[] {
  const { ofFlow } = newestOfAll(known.rows)
  const looked = new Map(drafts.map((it) => [it.draft.flow, it]))
  const people = new Map<string, number>()
  for (const { flow, citizens } of known.pinned) people.set(flow, (people.get(flow) ?? 0) + citizens)
  const one = (flow: string): Overview => {
    const [newest, it, current] = [ofFlow.get(flow), looked.get(flow), known.flows.current(flow)]
    const aside = known.flows.asideOf(flow)?.because ?? undescribed(current?.grants, known.names)
    return {
      flow,
      ...(aside !== undefined && { aside }),
      name: current?.name ?? it?.examined?.outline?.name ?? flow,
      ...(current?.code !== undefined && { code: current.code }),
      ...(newest && { newest }),
      ...(it && { draft: it.draft }),
      ...(!it || it.examined
        ? { findings: (it?.examined?.findings.length ?? 0) + (it?.examined?.caseFindings.length ?? 0) }
        : {}),
      inTheMiddle: people.get(flow) ?? 0,
    }
  }
  return [...new Set([...ofFlow.keys(), ...looked.keys()])].map(one).sort((a, b) => byName.compare(a.name, b.name))
}

const undescribed = (grants: string | undefined, names: Names = {}): string | undefined =>
  grants === undefined || !names.kinds || names.kinds.some(({ id }) => id === grants)
    ? undefined
    : `Không có loại giấy nào tên “${grants}” (permits.yaml).`

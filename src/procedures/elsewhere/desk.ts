import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import type { LiveCatalogue } from '../catalogue.ts'
import { flowNameOf } from '../new-flow.ts'
import type { ElsewhereVersion, ElsewhereVersions } from '../ports.ts'
import type { Publishing } from '../publishing.ts'
import { entryOf, entryShape, type Mistake, mistakesAmong, type SourcedElsewhere } from './entry.ts'
import { newestEntries } from './told.ts'
import { verdictOf } from './verdict.ts'
import type { EntryOrder, Weighed } from './weigh.ts'

interface DeskParts {
  versions: ElsewhereVersions
  publishing: Pick<Publishing, 'mark' | 'weigh' | 'foretell'>
  catalogue: LiveCatalogue
  /** What the file has, for entries that a clerk changed. */
  seeded: readonly SourcedElsewhere[]
  now: Clock
}

/** What is typed into the form, field by field; `id` is empty for a new entry, which is called after its name. */
export interface TypedEntry extends Partial<Record<'code' | 'phone' | 'link' | 'note', string>> {
  id: string
  name: string
  where: string
  source: string
  near: readonly string[]
  says: readonly string[]
}

type Judged = { ok: true; entry: SourcedElsewhere } | { ok: false; mistakes: Mistake[] }

interface EntryPublication {
  id: string
  /** Ended where it is absent. */
  entry?: SourcedElsewhere
  why: string
  by: string
  /** Whose looks wait for one another. */
  lane: string
  /** The revision that was seen; 0 where there was none. */
  after: number
  /** What would change was seen, and is meant. */
  isMeant: boolean
}

type EntryOutcome =
  /** `overtaken`: a colleague was first; nothing was written. */
  { outcome: 'published' | 'unchanged' | 'overtaken' | 'too long' } | { outcome: 'refused' | 'look'; weighed: Weighed }

export type ElsewhereDesk = ReturnType<typeof createElsewhereDesk>

/** Weighings of the last looks: pressed once more, nobody waits again. */
const MOST_KEPT = 8

/** What clerks do with what is done elsewhere. Rows are appended and never changed. */
export function createElsewhereDesk({ versions, publishing, catalogue, seeded, now }: DeskParts) {
  const kept = new Map<string, Weighed>()

  const weigh = async (order: EntryOrder, lane: string): Promise<Weighed | undefined> => {
    const key = JSON.stringify([await publishing.mark(), order])
    const known = kept.get(key)
    if (known) return known
    const weighed = await publishing.weigh(order, lane)
    if (weighed) kept.set(key, weighed)
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
    return weighed
  }

  /** Whose sentence it is already, but for those that the entry has had all along. */
  const ownersBeside = (id: string, newest: ReadonlyMap<string, ElsewhereVersion>): Map<string, string> => {
    const others = [...newest.values()].filter((row) => row.id !== id && row.state === 'told')
    const matters = [
      ...catalogue.offered().map(({ name, words, says }) => ({ name, texts: [name, ...words, ...says] })),
      ...others.map(({ entry: { name, says } }) => ({ name, texts: [name, ...says] })),
    ]
    const owners = new Map(matters.flatMap(({ name, texts }) => texts.map((text) => [fold(text), name] as const)))
    const old = newest.get(id)?.entry
    for (const text of old ? [old.name, ...old.says] : []) owners.delete(fold(text))
    return owners
  }

  return {
    weigh,
    foretell: publishing.foretell,

    /** The newest publication of each, by name. */
    overview: async (): Promise<ElsewhereVersion[]> =>
      [...newestEntries(await versions.all()).values()].sort((a, b) => a.entry.name.localeCompare(b.entry.name, 'vi')),

    /** Newest first. */
    history: async (id: string): Promise<ElsewhereVersion[]> =>
      (await versions.all()).filter((row) => row.id === id).sort((a, b) => b.revision - a.revision),

    /** As the file that came with the program has it, where that is not what is published. */
    otherInFile: (row: ElsewhereVersion): SourcedElsewhere | undefined =>
      seeded.find(({ id, ...rest }) => id === row.id && !isDeepStrictEqual({ id, ...rest }, row.entry)),

    /** The entry, or all that is to be mended in what was typed. */
    judge: async (typed: TypedEntry): Promise<Judged> => {
      const newest = newestEntries(await versions.all())
      const isNew = typed.id === ''
      const id = isNew ? (flowNameOf(typed.name) ?? 'khong-ten') : typed.id
      const parsed = entryShape.safeParse({ ...typed, id })
      if (!parsed.success) return { ok: false, mistakes: parsed.error.issues.map(toMistake) }
      const { data } = parsed
      const owners = ownersBeside(id, newest)
      const flows = catalogue.offered().map(({ flow }) => flow)
      const mistakes = mistakesAmong(data, { flows, taken: new Set(), owners })
      const owner = owners.get(fold(data.name))
      if (owner !== undefined) mistakes.push({ path: ['name'], message: `Tên này đã dẫn đến “${owner}”.` })
      else if (isNew && newest.has(id)) mistakes.push({ path: ['name'], message: KNOWN })
      else if (catalogue.current(id)) mistakes.push({ path: ['name'], message: 'Đã có thủ tục mang tên này.' })
      return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, entry: entryOf(data) }
    },

    /** Appends it, unless a colleague came first, or it would take citizens away from a procedure. */
    publish: async (request: EntryPublication): Promise<EntryOutcome> => {
      const { id, entry, why, by, lane, after, isMeant } = request
      const last = newestEntries(await versions.all()).get(id)
      if ((last?.revision ?? 0) !== after) return { outcome: 'overtaken' }
      const state = entry ? 'told' : 'ended'
      const said = entry ?? last?.entry
      if (!said || (last?.state === state && isDeepStrictEqual(last.entry, said))) return { outcome: 'unchanged' }
      const weighed = await weigh({ id, ...(entry && { entry }) }, lane)
      if (!weighed) return { outcome: 'too long' }
      const verdict = verdictOf(weighed, entry?.says)
      if (verdict === 'refused' || (verdict === 'look' && !isMeant)) return { outcome: verdict, weighed }
      const row = { id, revision: after + 1, state, entry: said, why, publishedBy: by, publishedAt: now() } as const
      if ((await versions.publish([row])) === 'known') return { outcome: 'overtaken' }
      await catalogue.refresh()
      return { outcome: 'published' }
    },
  }
}

const KNOWN = 'Đã có việc mang tên này, có thể đã ngừng chỉ. Xin mở việc đó trong danh sách.'

const toMistake = ({ path, message }: { path: PropertyKey[]; message: string }): Mistake => ({
  path: path.filter((part) => typeof part !== 'symbol'),
  message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
})

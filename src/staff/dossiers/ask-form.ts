import { z } from 'zod'
import type { OfficerAct } from '../../dossiers/acts/act.ts'
import type { Wanted } from '../../conversation/words/events.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { keyOfPaper, troubleOf } from '../../dossiers/wanted.ts'
import type { Question, QuestionKind } from '../../procedures/question-kinds.ts'

/** Rows for papers that no question asks for. */
export const NEW_PAPERS = 3

/** One answer of a dossier that can be asked back for. `shown` is absent where nothing was given. */
export interface Askable {
  key: string
  label: string
  shown?: string
  files?: number
  kind: QuestionKind
}

/** The answers as they stand, then the papers that were passed over. */
export function askableOf({ answers }: Pick<Dossier, 'answers'>, questions: ReadonlyMap<string, Question>): Askable[] {
  const given = answers.map(({ key, label, shown, attachments }): Askable => ({
    ...{ key, label, shown },
    ...(attachments && { files: attachments.length }),
    kind: attachments ? 'paper' : (questions.get(key)?.kind ?? 'words'),
  }))
  const known = new Set(given.map(({ key }) => key))
  const passed = [...questions].flatMap(([key, { label, kind }]) =>
    kind === 'paper' && !known.has(key) ? [{ key, label, kind }] : [],
  )
  return [...given, ...passed]
}

/** The form as it was filled in, to be shown again: fields by their names. */
export type KeptAsk = Readonly<Record<string, string>>

interface AskForm {
  revision: number
  act: Extract<OfficerAct, { type: 'ask' }>
  kept: KeptAsk
  /** What is wrong with an entry, by the name of its field. */
  wrong: Record<string, string>
}

const form = z.record(z.string(), z.unknown()).catch({})
const LONGEST_FIELD = 2_000

/** What is ticked and written for one answer is found under its place among those that can be asked back for. */
export function parseAskForm(body: unknown, askable: readonly Askable[]): AskForm {
  const kept = Object.fromEntries(
    Object.entries(form.parse(body ?? {})).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value.slice(0, LONGEST_FIELD)]] : [],
    ),
  )
  const of = (name: string): string => kept[name] ?? ''
  const wrong: Record<string, string> = {}
  const judge = (field: string, wanted: Wanted): Wanted => {
    const trouble = troubleOf(wanted)
    if (trouble !== undefined) wrong[field] = trouble
    return wanted
  }
  const mended = askable.flatMap(({ key, label }, i) =>
    of(`item-${i}`) === '' ? [] : judge(`why-${i}`, { key, label, why: of(`why-${i}`) || of(`fault-${i}`) }),
  )
  const papers = Array.from({ length: NEW_PAPERS }, (_, i) => {
    const [label, why] = [of(`paper-${i}`), of(`paper-why-${i}`)]
    if (label.trim() === '' && why.trim() === '') return []
    return judge(`paper-${i}`, { key: keyOfPaper(label), label, why: why || 'Chưa gửi giấy này', isNew: true })
  })
  const revision = Number(of('revision') || NaN)
  return {
    revision: Number.isInteger(revision) ? revision : -1,
    act: {
      ...{ type: 'ask', question: of('words'), wanted: [...mended, ...papers.flat()] },
      ...{ until: of('until'), again: of('again') },
    },
    ...{ kept, wrong },
  }
}

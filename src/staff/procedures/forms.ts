import { z } from 'zod'
import { cleanText, MENDED } from '../../procedures/clean-text.ts'
import { checks } from '../../conversation/checks/table.ts'
import { beginningOf, tidy } from '../../kernel/text.ts'
import type { Act } from '../../procedures/rehearse.ts'

/** A name that may stand in an address. */
export const isFlowName = (name: string): boolean => /^[a-z][a-z0-9-]{0,79}$/.test(name)

const text = z.string().catch('')
const count = z.coerce.number().int().min(0).max(1_000_000).catch(0)

const draft = z.object({ source: text, cases: text, revision: count })

/** Letters that look right and compare wrong are mended before anything is saved; `mended` says which. */
export function parseDraftForm(body: unknown) {
  const { source, cases, revision } = draft.parse(body ?? {})
  const [one, two] = [cleanText(source), cleanText(cases)]
  const mended = MENDED.filter((kind) => one.mended.includes(kind) || two.mended.includes(kind))
  return { source: one.text, cases: two.text, revision, mended }
}

const place = z.object({ version: count, revision: count })
export const parsePlace = (from: unknown) => place.parse(from ?? {})

/** What the clerk saw when pressing the button: the draft, and what was in force. */
const publication = z.object({ draft: count, version: count, revision: count })
export const parsePublicationForm = (body: unknown) => publication.parse(body ?? {})

const SHORTEST_REASON = 15
const LONGEST_REASON = 500
const withdrawal = z.object({ because: text, step: z.string().catch(''), version: count, revision: count })

/** `because` is what citizens will read, as it was typed; `trouble` says why it will not do. */
export function parseWithdrawalForm(body: unknown) {
  const { because: typed, ...rest } = withdrawal.parse(body ?? {})
  const because = cleanText(typed).text.trim()
  const length = [...because].length
  const trouble =
    length < SHORTEST_REASON
      ? 'Xin viết một câu cho người dân biết vì sao và làm ở đâu.'
      : length > LONGEST_REASON
        ? `Lời này dài ${length} chữ cái, nhiều nhất ${LONGEST_REASON}. Xin viết ngắn lại.`
        : undefined
  return { ...rest, because, trouble }
}

const LONGEST_SAY = 1_000
const LONGEST_LABEL = 60
const insertion = z.object({ before: text, say: text, label: text, check: text, choices: text, revision: count })

export type InsertTroubles = Partial<Record<'say' | 'label' | 'choices', string>>

/** A question to insert, as typed; `wrong` says of each field what to change. */
export function parseInsertForm(body: unknown) {
  const typed = insertion.parse(body ?? {})
  const [say, label] = [cleanText(typed.say).text.trim(), tidy(cleanText(typed.label).text)]
  const choices = cleanText(typed.choices)
    .text.split('\n')
    .map(tidy)
    .filter((it) => it !== '')
  const isChoice = !checks.has(typed.check)
  const wrong: InsertTroubles = {
    ...((say === '' || say.length > LONGEST_SAY) && {
      say: `Xin viết câu hỏi, nhiều nhất ${LONGEST_SAY} chữ cái. Ví dụ: Ông/bà muốn được trả lời vào buổi nào?`,
    }),
    ...((label === '' || label.length > LONGEST_LABEL) && {
      label: `Xin đặt tên ngắn, nhiều nhất ${LONGEST_LABEL} chữ cái. Ví dụ: Buổi trả lời.`,
    }),
    ...(isChoice &&
      (choices.length < 2 || choices.length > 20 || choices.some((it) => it.length > LONGEST_LABEL)) && {
        choices: 'Xin ghi từ 2 đến 20 lựa chọn, mỗi dòng một lựa chọn ngắn. Ví dụ: Buổi sáng.',
      }),
  }
  const order = {
    before: typed.before,
    say,
    label,
    choices: isChoice ? choices : [],
    ...(!isChoice && { check: typed.check }),
  }
  return { order, typed, wrong }
}

export const PERIODS = [7, 30, 90] as const
const figures = z.object({ version: count, days: z.coerce.number().pipe(z.literal(PERIODS)).catch(30) })
export const parseFiguresQuery = (query: unknown) => figures.parse(query ?? {})

const MOST_ACTS = 200
const SIGNS = ['photo', 'document', 'card', 'found', 'nothing'] as const

/** A form's spelling of what was done: `s:` and the words, or a sign. */
export const renderAct = (act: Act): string => (act.type === 'says' ? `s:${act.text}` : act.type)

const parseAct = (spelt: string): Act[] => {
  if (spelt.startsWith('s:'))
    return spelt.length > 2 ? [{ type: 'says', text: beginningOf(spelt.slice(2), 2_000) }] : []
  const type = SIGNS.find((sign) => sign === spelt)
  return type ? [{ type }] : []
}

const one = z.string().catch('')
const several = z.union([z.array(z.string()), z.string().transform((it) => [it])]).catch([])
const rehearsal = z.object({ done: several, act: one, text: one, back: one })

/** Everything done so far and now. `isFull`: no more is taken, begin again. */
export function parseRehearsalForm(body: unknown): { acts: Act[]; isFull: boolean } {
  const { done, act, text, back } = rehearsal.parse(body ?? {})
  const before = done.slice(0, MOST_ACTS).flatMap(parseAct)
  if (back !== '') return { acts: before.slice(0, -1), isFull: false }
  const acts = [...before, ...parseAct(act !== '' ? act : `s:${text.trim()}`)]
  return { acts: acts.slice(0, MOST_ACTS), isFull: acts.length >= MOST_ACTS }
}

import { checks } from '../conversation/checks/table.ts'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { insertAnswers } from './insert-answers.ts'
import { insertStep, type NewStep } from './insert-step.ts'
import { load } from './load.ts'
import { raiseVersion } from './restore.ts'
import { stage } from './rehearse.ts'

/** `adapted`: how many examples got an answer to the new question. */
export type Extended = { ok: true; source: string; cases: string; adapted: number } | { ok: false; because: string }

interface Extension {
  source: string
  cases: string
  order: NewStep
  /** Version in force. */
  newest?: number
  /** Versions that citizens are in the middle of. */
  open: readonly number[]
}

const SORRY = 'Mẫu vừa có thêm một câu hỏi. Các câu ông/bà đã trả lời được giữ nguyên.'

/** One more question with all that hangs on it: the ways to it, the version and who is in the middle, the examples. */
export function extend({ source, cases, order, newest, open }: Extension, flows: Flows): Extended {
  const before = load(source)
  const inserted = insertStep(source, order)
  if (!inserted.ok) return inserted
  const isPublished = before.ok && newest !== undefined && before.source.file.version <= newest
  const older = open.filter((version) => newest !== undefined && version < newest)
  const text = isPublished ? raiseVersion(inserted.text, newest, older, SORRY) : inserted.text
  const staged = stage(text, flows)
  if (!before.ok || !staged.ok) return { ok: true, source: text, cases, adapted: 0 }
  const answer = order.check === undefined ? order.choices[0] : checks.get(order.check)?.good[0]
  const at = `${before.source.file.flow}/${inserted.step}`
  const { text: examples, adapted } = insertAnswers(cases, at, answer ?? '', staged.flows)
  return { ok: true, source: text, cases: examples, adapted }
}

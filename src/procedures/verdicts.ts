import { createHash } from 'node:crypto'
import { codeMark } from './code-mark.ts'
import { refusing } from './examine.ts'
import type { Examiner } from './examiner.ts'
import type { Names } from './lint/rule.ts'
import { toldIn } from './elsewhere/told.ts'
import type { ElsewhereVersions, FlowDraft, FlowDrafts, FlowVersion, FlowVersions } from './ports.ts'
import type { Verdict } from './verdict.ts'

interface VerdictParts {
  versions: FlowVersions
  drafts: FlowDrafts
  elsewhere: Pick<ElsewhereVersions, 'all' | 'mark'>
  examiner: Examiner
  names: Names
}

const TOO_LONG =
  'Nội dung này kiểm tra quá lâu nên bị dừng (mỗi lần nhiều nhất 5 giây). Xin bớt ví dụ, hoặc chia thành hai thủ tục, rồi lưu lại.'

/** What texts are worth among what is published: asked of the examiner once, kept with the draft, and asked again when anything it rests on changed. */
export function createVerdicts({ versions, drafts, elsewhere, examiner, names }: VerdictParts) {
  let shelf: { mark: string; rows: readonly FlowVersion[] } | undefined
  const underWay = new Map<string, Promise<Verdict>>()

  /** Publications as they stand. The rows are read when one was added, not each time somebody pauses in typing. */
  const rows = async (): Promise<{ mark: string; rows: readonly FlowVersion[] }> => {
    const mark = (await Promise.all([versions.mark(), elsewhere.mark()])).join(' ')
    if (shelf?.mark === mark) return shelf
    const [flowRows, entries] = await Promise.all([versions.all(), elsewhere.all()])
    shelf = { mark, rows: flowRows }
    examiner.stock({ rows: shelf.rows, names: { ...names, elsewhere: toldIn(entries) } })
    return shelf
  }

  const judge = async (source: string, cases: string, flow: string | undefined, lane: string): Promise<Verdict> => {
    await rows()
    const verdict = await examiner.perform({ type: 'judge', source, cases, ...(flow !== undefined && { flow }) }, lane)
    return verdict === 'too long' ? withoutExamples(refusing(TOO_LONG)) : verdict
  }

  const markOf = ({ flow, source, cases }: FlowDraft, publications: string): string =>
    createHash('sha256')
      .update(JSON.stringify([flow, source, cases, codeMark(), names, publications]))
      .digest('hex')

  const ofDraft = async (draft: FlowDraft): Promise<Verdict> => {
    const mark = markOf(draft, (await rows()).mark)
    if (draft.judged?.mark === mark) return draft.judged.verdict
    const key = `${mark} ${draft.revision}`
    const fresh =
      underWay.get(key) ??
      judge(draft.source, draft.cases, draft.flow, draft.savedBy)
        .then(async (verdict) => {
          await drafts.judge(draft.flow, draft.revision, { mark, verdict })
          return verdict
        })
        .finally(() => underWay.delete(key))
    underWay.set(key, fresh)
    return fresh
  }

  return {
    rows,
    judge,
    /** The kept verdict, or a fresh one that is kept. */
    ofDraft,
    /** The kept verdict, when it still holds. Otherwise nothing now, and a fresh one the next time. */
    atHand: async (draft: FlowDraft): Promise<Verdict | undefined> => {
      if (draft.judged?.mark === markOf(draft, (await rows()).mark)) return draft.judged.verdict
      void ofDraft(draft).catch(() => undefined)
      return undefined
    },
  }
}

const withoutExamples = ({ examples: _, ...verdict }: ReturnType<typeof refusing>): Verdict => verdict

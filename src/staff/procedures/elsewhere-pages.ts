import { renderInstant } from '../../kernel/clock.ts'
import { verdictOf } from '../../procedures/elsewhere/verdict.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { type EntryFields, entryIn, triedIn, troublesIn } from './elsewhere-form.ts'
import { EntryConfirmPage } from './pages/elsewhere-confirm-page.tsx'
import { EntryFormPage, type EntryFormProps } from './pages/elsewhere-form-page.tsx'
import { ELSEWHERE_PATH } from './pages/elsewhere-frame.tsx'
import type { ProcedurePorts } from './ports.ts'
import { sameUnheard } from './same-unheard.ts'

/** A page with its status, or where to go instead. */
export type EntryAnswer = { status: number; page: string } | { to: string }

export type By = StaffSession | undefined

const BUSY = 'Máy đang bận nên chưa kiểm tra xong. Xin bấm lại sau ít phút; phần ông/bà gõ còn nguyên.'
const UNSEEN = 'Xin xem các câu dưới đây và đánh dấu trước khi xuất bản.'

type Shown = Pick<EntryFormProps, 'wrong' | 'trouble' | 'isFromFile'>

export const signedInAs = (by: By) => ({ name: by?.account.name ?? '', csrf: by?.csrf ?? '' })
/** One clerk's looks wait for one another. */
export const laneOf = (by: By): string => by?.account.id ?? ''

/** The pages of one entry, from what was typed. */
export function elsewherePages({ elsewhere, flows, unheard }: ProcedurePorts) {
  const showForm = async (by: By, fields: EntryFields, shown: Shown = {}, status = 200): Promise<EntryAnswer> => {
    const rows = fields.id === '' ? [] : await elsewhere.history(fields.id)
    const [newest] = rows
    const page = EntryFormPage({
      signedIn: signedInAs(by),
      fields,
      rows,
      procedures: flows.offered().map(({ flow, name }) => ({ flow, name })),
      otherInFile: newest && elsewhere.otherInFile(newest),
      ...shown,
    })
    return { status, page: toPage(page) }
  }

  /** What was typed stays; published again it takes the place of the other. */
  const showConflict = async (by: By, fields: EntryFields): Promise<EntryAnswer> => {
    const [newest] = await elsewhere.history(fields.id)
    const who = newest ? `${newest.publishedBy} vừa xuất bản việc này lúc ${renderInstant(newest.publishedAt)}. ` : ''
    const trouble = `${who}Phần ông/bà gõ còn nguyên ở dưới, bản kia ở phần Lịch sử. Kiểm tra lần nữa thì phần của ông/bà thay cho bản kia.`
    return showForm(by, { ...fields, revision: newest?.revision ?? 0 }, { trouble }, 409)
  }

  const confirm = async (by: By, fields: EntryFields, trouble?: string): Promise<EntryAnswer> => {
    const judged = await elsewhere.judge(entryIn(fields))
    const wrong = troublesIn(fields, judged.ok ? [] : judged.mistakes)
    if (!judged.ok || Object.keys(wrong).length > 0) return showForm(by, fields, { wrong }, 422)
    const { entry } = judged
    const { id, says, name } = entry
    const [newest] = await elsewhere.history(id)
    if ((newest?.revision ?? 0) !== fields.revision) return showConflict(by, { ...fields, id })
    const weighed = await elsewhere.weigh({ id, entry }, laneOf(by))
    const told = await elsewhere.foretell([says[0] ?? name, ...triedIn(fields)], laneOf(by), { id, entry })
    if (!weighed || !told) return showForm(by, fields, { trouble: BUSY }, 503)
    const [example, ...tried] = told
    const verdict = verdictOf(weighed, says)
    const shown = { fields, says, weighed, verdict, example, tried, trouble }
    const page = toPage(EntryConfirmPage({ signedIn: signedInAs(by), ...shown }))
    return { status: trouble === undefined && verdict !== 'refused' ? 200 : 422, page }
  }

  const publish = async (by: By, fields: EntryFields): Promise<EntryAnswer> => {
    const judged = await elsewhere.judge(entryIn(fields))
    if (!judged.ok || Object.keys(troublesIn(fields, [])).length > 0) return confirm(by, fields)
    const { entry } = judged
    const { outcome } = await elsewhere.publish({
      ...{ id: entry.id, entry, why: fields.why, by: by?.account.name ?? '', lane: laneOf(by) },
      ...{ after: fields.revision, isMeant: fields.meant === 'yes' },
    })
    switch (outcome) {
      case 'published': {
        const row = fields.taught === '' ? undefined : await unheard.find(fields.taught)
        if (row) await unheard.dismiss(await sameUnheard(unheard, row))
        return { to: `${ELSEWHERE_PATH}?done=published` }
      }
      case 'unchanged':
        return { to: `${ELSEWHERE_PATH}?done=unchanged` }
      case 'overtaken':
        return showConflict(by, { ...fields, id: entry.id })
      case 'refused':
        return confirm(by, fields)
      case 'look':
        return confirm(by, fields, UNSEEN)
      case 'too long':
        return showForm(by, fields, { trouble: BUSY }, 503)
    }
  }

  return { showForm, confirm, publish }
}

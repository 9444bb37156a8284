import { fold, tidy } from '../kernel/text.ts'
import type { Dossier, DossierAction } from './dossier.ts'
import type { Mendable, Wanted } from '../conversation/words/events.ts'

/** Of one act. More is a new filing. */
const MOST_WANTED = 20
/** In UTF-16 units. */
const LONGEST_NAME = 80
const LONGEST_WHY = 200
const SHORTEST_WHY = 5

/** All that is asked back for as one text, for the history and the message: a numbered list, then the sentence. */
export const renderWanted = (wanted: readonly Wanted[] = [], question: string): string =>
  [...wanted.map(({ label, why }, i) => `${i + 1}. ${tidy(label)}: ${tidy(why)}`), question]
    .filter((line) => line !== '')
    .join('\n')

/** A paper that no question asks for is known by its name: asked for twice, it is the same paper. */
export const keyOfPaper = (name: string): string => `giay:${fold(name).replace(/[^a-z0-9]+/g, '-')}`

/** What is wrong with this list, for whoever wrote it. */
export function troubleOfWanted(wanted: readonly Wanted[]): string | undefined {
  if (wanted.length > MOST_WANTED) return `Một lần yêu cầu nhiều nhất ${MOST_WANTED} mục. Nhiều hơn, xin ghi gọn lại.`
  return wanted.map(troubleOf).find((trouble) => trouble !== undefined)
}

/** What is wrong with one entry of it. */
export function troubleOf({ label, why, isNew }: Wanted): string | undefined {
  const name = tidy(label)
  if (isNew && (name.length < 2 || name.length > LONGEST_NAME))
    return `Xin ghi tên giấy cần bổ sung, nhiều nhất ${LONGEST_NAME} chữ. Ví dụ: “Giấy chứng sinh”.`
  const { length } = tidy(why)
  if (length < SHORTEST_WHY)
    return `Xin ghi mục “${name}” sai chỗ nào, sửa ra sao. Ví dụ: “Ảnh mờ, chụp lại rõ bốn góc”.`
  return length > LONGEST_WHY ? `Mục “${name}” ghi dài quá ${LONGEST_WHY} chữ, xin viết gọn lại.` : undefined
}

/** What the conversation needs to ask for the single things itself; undefined where one free question was asked. */
export function mendableOf(
  { flow, flowVersion: version, filedAt, answers }: Dossier,
  { note = '', move }: DossierAction,
): Mendable | undefined {
  const wanted = move?.wanted ?? []
  if (wanted.length === 0) return undefined
  const remark = move?.proposed ? '' : note.slice(renderWanted(wanted, '').length).trim()
  return {
    ...{ flow, version, filedAt, wanted },
    answers: answers.map(({ key, value, shown, attachments }) => ({
      ...{ key, value, shown },
      ...(attachments && { attachments }),
    })),
    ...(remark !== '' && { remark }),
    ...(move?.answerBy !== undefined && { answerBy: move.answerBy }),
  }
}

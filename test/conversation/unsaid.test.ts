import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/kernel/text.ts'
import { createChat, PASS_ANSWERS } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.says('menu', ...said)
  return chat.session
}
const CARD = at('#lam:cap-giay-di-duong', '#co')
const CONSENT = at('#lam:cap-giay-di-duong')
const REVIEW = at(...PASS_ANSWERS, '#bo-qua')
const CANCELLING = at('#lam:cap-giay-di-duong', '#co', '#huy')

const word = fc.constantFrom(
  ...'dạ ạ nha em ơi ừ ok oke được đúng phải rồi có không hông ko chưa đừng khoan sai nhưng mà để hỏi chồng coi lại gửi nộp hủy bỏ thẻ ảnh lộ sợ gì sao hay thôi tôi tui má con hết luôn đi đồng ý chịu cho phép an toàn mất tiền bao nhiêu ? , 2 9 👍 dung khong chua sai gui huy mai'.split(
    ' ',
  ),
)
const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))

/** What the words would do, tried on a citizen who stands there. */
const does = (session: typeof CARD, text: string) => {
  const chat = createChat(flows, session)
  chat.says(text)
  return {
    consents: chat.wanted('consent').some(({ given }) => given),
    files: chat.wanted('file').length > 0,
    isLost: chat.session.position?.flow !== 'cap-giay-di-duong' && chat.session.drafts.length === 0,
  }
}
const holds = (rule: (text: string) => boolean) =>
  fc.assert(fc.property(sentence, rule), { numRuns: 300, endOnFailure: true })
const has = (text: string, ...words: string[]): boolean => words.some((it) => ` ${fold(text)} `.includes(` ${it} `))
/** "Không sao", "không có sai gì" and "chớ sao" (of course) doubt nothing. */
const doubts = (text: string): boolean => {
  const rest = fold(text).replace(
    /(?:khong|hong|ko)(?: co)? (?:sao|sai(?: gi)?|mat)|cho sao(?: (?:khong|hong|ko))?/g,
    '',
  )
  return (
    text.includes('?') || has(rest, 'khong', 'hong', 'ko', 'chua', 'khoan', 'nhung', 'hay', 'sao', 'gi', 'bao nhieu')
  )
}

describe('whatever is typed', () => {
  it('no picture of a card is agreed to by words that do not name the agreement', () => {
    holds(
      (text) => !does(CARD, text).consents || (has(text, 'dong y', 'chiu', 'cho phep', 'the', 'anh') && !doubts(text)),
    )
  })

  it('no word that sounds like the card without its marks names it', () => {
    for (const text of ['gửi má', 'gửi mà', 'dạ gửi anh nha', 'quét thế']) expect(does(CARD, text).consents).toBe(false)
    for (const text of ['gửi mã', 'gửi ảnh', 'quét thẻ']) expect(does(CARD, text).consents).toBe(true)
  })

  it('no consent is read from doubts and questions', () => {
    holds((text) => !does(CONSENT, text).consents || !doubts(text))
  })

  it('nothing is handed in by who doubts, asks, waits or finds a fault', () => {
    holds((text) => !does(REVIEW, text).files || !(has(text, 'chua', 'khoan', 'nhung', 'hay', 'gi', 'bao nhieu') || text.includes('?')))
    holds((text) => !does(REVIEW, text).files || !/(?:^| )(?:không|hông|ko|khong|đừng) (?:gửi|nộp|gui)/.test(text))
  }) // prettier-ignore

  it('nothing is cancelled by who doubts or refuses it', () => {
    holds((text) => !does(CANCELLING, text).isLost || !doubts(text))
  })

  it('an ok hands nothing in after a correction that was not understood', () => {
    for (const correction of ['sửa cái kia', '6/3/1998', 'tên trật lất hết trơn']) {
      const chat = createChat(flows, REVIEW)
      chat.says(correction, 'ok')
      expect(chat.wanted('file')).toEqual([])
    }
    expect(does(REVIEW, 'ok').files).toBe(true)
  })
})

import { DAY, daysAfter, renderDay, startOfVietnamDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import type { Answer } from '../words/session.ts'
import type { Check, Reading } from './check.ts'

type Given = Pick<Answer, 'value' | 'shown'>
/** What is wrong with an answer that its own check takes; `unsure` where it is only unlikely. */
type Verdict = { ok: false | 'unsure'; because: string } | undefined

/** What an answer must keep besides its check: by itself, or beside another answer that was given before. */
interface AnswerRule {
  /** By which a clerk picks it. */
  title: string
  /** It compares with another answer: a text that uses it names which. */
  isBeside: boolean
  judge: (own: Given, other: Given, now: number) => Verdict
}

const refuse = (because: string): Verdict => ({ ok: false, because })
const doubt = (because: string): Verdict => ({ ok: 'unsure', because })

/** Of who knows only a year or a month: the first day it may be, and the last. */
const earliest = (value: string): VietnamDay => `${value}-01-01`.slice(0, 10)
const latest = (value: string): VietnamDay =>
  `${value}${value.length === 4 ? '-12-31' : value.length === 7 ? '-31' : ''}`

/** Whole years on that day of who was born on the other. */
const ageOn = (born: VietnamDay, day: VietnamDay): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

/** What a number of twelve digits says of whose it is (domain §9.2). */
const readNumber = (digits: string) => ({
  isMan: Number(digits[3]) % 2 === 0,
  born: 1900 + Math.floor(Number(digits[3]) / 2) * 100 + Number(digits.slice(4, 6)),
})

const AGAIN = 'Ông/bà xem lại giúp.'
/** Nobody below is a parent, who is younger than this or older than that seldom is. */
const [YOUNGEST_PARENT, SELDOM_YOUNGER, SELDOM_OLDER] = [10, 16, 60]

const parentOf: AnswerRule = {
  title: 'Ngày sinh của cha, mẹ: lớn hơn con một số tuổi hợp lý',
  isBeside: true,
  judge(own, child) {
    const [most, least] = [
      ageOn(earliest(own.value), latest(child.value)),
      ageOn(latest(own.value), earliest(child.value)),
    ]
    const both = `Cha, mẹ sinh ${own.shown}, con sinh ${child.shown}`
    if (most < 0) return refuse(`${both}: cha, mẹ không thể nhỏ tuổi hơn con. ${AGAIN} Ví dụ: 05/03/1998.`)
    if (most < YOUNGEST_PARENT) return refuse(`${both}: lúc đó cha, mẹ mới ${most} tuổi. ${AGAIN} Ví dụ: 05/03/1998.`)
    if (most < SELDOM_YOUNGER || least > SELDOM_OLDER)
      return doubt(`${both}, tức là có con lúc khoảng ${most} tuổi. ${AGAIN}`)
    return undefined
  },
}

const notBefore: AnswerRule = {
  title: 'Không trước một ngày khác, ví dụ đăng ký không trước ngày sinh',
  isBeside: true,
  judge: (own, { value, shown }) =>
    latest(own.value) < earliest(value)
      ? refuse(`${own.shown} là trước ${shown} đã ghi ở câu trước. ${AGAIN} Ví dụ: ${value.slice(0, 4)}.`)
      : undefined,
}

const sameBirth: AnswerRule = {
  title: 'Ngày sinh khớp với số căn cước của cùng một người',
  isBeside: true,
  judge(own, number) {
    if (!/^\d{12}$/.test(number.value)) return undefined
    const { born } = readNumber(number.value)
    return own.value.startsWith(String(born))
      ? undefined
      : doubt(`Theo số căn cước đã ghi thì năm sinh là ${born}, còn ông/bà vừa ghi ${own.shown}. ${AGAIN}`)
  },
}

/** Luật Hôn nhân và Gia đình 2014, Điều 8. */
const marriageAge: AnswerRule = {
  title: 'Đủ tuổi kết hôn theo số căn cước: nam 20, nữ 18',
  isBeside: true,
  judge(own, number, now) {
    if (!/^\d{12}$/.test(number.value)) return undefined
    const { isMan } = readNumber(number.value)
    const [who, least] = isMan ? ['nam', 20] : ['nữ', 18]
    const age = ageOn(earliest(own.value), toVietnamDay(now))
    return age >= Number(least)
      ? undefined
      : doubt(
          `Người sinh ${own.shown} mới ${age} tuổi, mà ${who} phải từ đủ ${least} tuổi mới được kết hôn, nên giấy này chưa dùng để kết hôn được. Ngày sinh có đúng không?`,
        )
  },
}

const ofSex = (isMan: boolean, title: string): AnswerRule => ({
  title,
  isBeside: false,
  judge({ value }) {
    if (!/^\d{12}$/.test(value) || readNumber(value).isMan === isMan) return undefined
    return doubt(
      `Theo số này thì đây là căn cước của ${isMan ? 'nữ' : 'nam'}, mà câu này hỏi số của ${isMan ? 'cha' : 'mẹ'}. ${AGAIN}`,
    )
  },
})

const ofAdult: AnswerRule = {
  title: 'Số căn cước của người từ đủ 18 tuổi',
  isBeside: false,
  judge({ value }, _, now) {
    if (!/^\d{12}$/.test(value)) return undefined
    const { born } = readNumber(value)
    const age = Number(toVietnamDay(now).slice(0, 4)) - born
    return age >= 18
      ? undefined
      : refuse(
          `Số này là của người sinh năm ${born}, mới ${age} tuổi; người đứng tên phải từ đủ 18 tuổi. Ông/bà xem lại số, hoặc để người lớn trong nhà đứng tên. Ví dụ: 096190012345.`,
        )
  },
}

const LONGEST_STAY = 2
const SHORTEST_STAY = 30

/** Luật Cư trú 2020, Điều 27: from 30 days on, for two years at the most, and again. */
const temporaryStay: AnswerRule = {
  title: 'Thời gian tạm trú: từ 30 ngày, nhiều nhất 2 năm',
  isBeside: false,
  judge({ value, shown }, _, now) {
    const [from = '', to = ''] = value.split('/')
    const end = daysAfter(`${Number(from.slice(0, 4)) + LONGEST_STAY}${from.slice(4).replace('-02-29', '-02-28')}`, -1)
    if (to > end)
      return refuse(
        `Tạm trú mỗi lần nhiều nhất ${LONGEST_STAY} năm, mà ${shown} thì dài hơn; gần hết hạn ông/bà gia hạn. Ví dụ: ${renderDay(from)} đến ${renderDay(end)}.`,
      )
    if (to < toVietnamDay(now)) return refuse(`Thời gian ${shown} đã qua rồi. ${AGAIN} Ví dụ: 6 tháng từ ngày mai.`)
    const days = Math.round((startOfVietnamDay(to) - startOfVietnamDay(from)) / DAY) + 1
    return days >= SHORTEST_STAY
      ? undefined
      : doubt(
          `Ở dưới ${SHORTEST_STAY} ngày thì chưa phải đăng ký tạm trú, chủ nhà chỉ cần thông báo lưu trú. Nếu vẫn đăng ký, tôi ghi:`,
        )
  },
}

/** By the name that flow files use; append-only, as checks are. */
export const answerRules: ReadonlyMap<string, AnswerRule> = new Map(
  Object.entries({
    parentOf,
    notBefore,
    sameBirth,
    marriageAge,
    ofMan: ofSex(true, 'Số căn cước của nam'),
    ofWoman: ofSex(false, 'Số căn cước của nữ'),
    ofAdult,
    temporaryStay,
  }),
)

/** As a step names it: with `answer` beside that answer, and only where that was given. */
export interface NamedRule {
  rule: string
  answer?: string | undefined
}

/** The check with the rules of its step: what the check takes is judged by each of them. */
export const withRules = (check: Check, rules: readonly NamedRule[]): Check => ({
  ...check,
  check: (text, context) =>
    rules.reduce(
      (reading, { rule, answer }) => {
        const other = answer === undefined ? undefined : context.answers[answer]
        return judgedBy(rule, reading, other, context.now)
      },
      check.check(text, context),
    ),
})

const NONE: Given = { value: '', shown: '' }

/** A question that was passed over has an empty value: there is nothing to compare with. */
function judgedBy(name: string, reading: Reading, other: Given = NONE, now: number): Reading {
  const rule = answerRules.get(name)
  if (!rule || reading.ok === false || (rule.isBeside && other.value === '')) return reading
  const verdict = rule.judge(reading, other, now)
  return verdict === undefined ? reading : { ...reading, ...verdict }
}

import { composed } from '../../kernel/text.ts'
import { isWrittenAsName } from '../checks/family-names.ts'
import { placeNames } from '../checks/place-names.ts'
import { checkOf } from '../flow/check-of.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { holdingWords } from '../words/holding.ts'
import {
  BESIDE_PLACES,
  CALLED_TO,
  HAPPENING,
  OF_PLACES,
  OF_SPEAKERS,
  STRONG,
  WELL_KNOWN,
} from '../words/lexicon/remarks.ts'
import { isDone, isKeep, isSkip } from '../words/read-reply.ts'
import { amendingWords } from './amending-words.ts'
import { loosely } from './loosely.ts'
import { isEnglish } from './other-language.ts'

const [tellsPlace, isBesidePlace] = [holdingWords(OF_PLACES), holdingWords(BESIDE_PLACES)]
const [isStrong, calls, speaks] = [holdingWords(STRONG), holdingWords(CALLED_TO), holdingWords(OF_SPEAKERS)]
const [happens, isWellKnown] = [holdingWords(HAPPENING), holdingWords(WELL_KNOWN)]

/** "7 tháng", "3200 gram": a number that measures something stands on no house. */
const MEASURED =
  /(?<![\d.,])\d{1,6}(?:[.,]\d{1,3})? ?(?:tháng|thang|tuần|tuan|ngày|ngay|gram|gam|gr|kg|ký|ky|kí|ki|g|tuổi|tuoi|t|giờ|gio|h|phút|phut|đồng|dong|triệu|trieu|tr|k|lần|lan|đứa|dua|người|nguoi)(?!\p{L})(?: \d{1,3})?(?![\d/])/giu
/** "Vợ em mới xuất viện", "tui đang ở đậu": somebody, and what they do. */
const PREDICATE = loosely(
  '^(?:dạ )?(?:tôi|tui|em|con|mình|vợ|chồng|nó|bé|mẹ|má|ba|cha|bà|ông|ổng|bả)(?: (?:tôi|tui|em|con|nó|bé|mình|xã))? (?:mới|vừa|đang|sắp|đã|bị|được|hay|thường|còn|mướn|thuê|dọn|chuyển|đẻ|sanh|sinh|nặng)',
)
/** Where it happened is told in the same words. */
const SAYS_WHERE = /(?<!\p{L})(?:ở|tại|trong|bên|trên|dưới|ngoài|tai|ben|tren|duoi|ngoai|o) \p{L}/iu

/** Answers that tell a place, by their names. */
const PLACES = /address|place|hometown|registeredAt|plot/i
/** Answers that tell why something is wanted: feelings belong to them. */
const REASONS = /reason|purpose/i
/** A place of which nothing known is told is rarely longer, in words. */
const LONGEST_PLACE = 5

/** "Ba nó sanh 1987", "bé là con gái": what somebody is or when they were born. */
const OF_SOMEBODY = loosely(
  '(?:ba|má|cha|mẹ|bé|con|cháu|nó|vợ|chồng|ổng|bả|ông|bà|anh|chị|em|tôi|tui)(?: (?:nó|bé|của nó|của bé|của cháu|em|tôi|tui))? (?:(?:thì |là )?(?:sinh|sanh|sn)(?: năm| ngày)? \\d|tên(?: là)? \\p{L}+|\\d+ tuổi|là (?:con |bé |cháu )?(?:trai|gái|nam|nữ)(?!\\p{L}))',
)

/**
 * At a question that takes nearly any words, whether a sentence is rather said to us than an answer: a place has words of
 * places, a trade or a name none of somebody who thinks, feels and wants. Who is not sure asks.
 */
export function isRemark(id: string, step: Step, text: string): boolean {
  const check = checkOf(step)
  if (!check || check.tellsStory || (check.takes !== 'words' && check.takes !== 'point')) return false
  if (isSkip(text) || isKeep(text) || isDone(text) || check.saysNone?.(text)) return false
  // "Lộn rồi, vốn 70 triệu" puts something else right.
  if (amendingWords(text).isSlip) return true
  const name = answerNameOf(id, step)
  const said = composed(text).toLowerCase()
  if (isEnglish(text) && !isWrittenAsName(text)) return true
  const isSpoken = calls(said) || isStrong(said)
  if (check.takes === 'point' || check.name === 'address' || PLACES.test(name)) {
    if (said.search(OF_SOMEBODY) >= 0 && !tellsPlace(said)) return true
    if (/\d/.test(said.replace(MEASURED, ' ')) || placeNames(text).length > 0) return false
    if (isWellKnown(said)) return true
    if (tellsPlace(said)) return isSpoken && speaks(said)
    if (/\d/.test(said) && !SAYS_WHERE.test(said)) return true
    if ((happens(said) || said.search(PREDICATE) >= 0) && !SAYS_WHERE.test(said)) return true
    if (isBesidePlace(said)) return isSpoken || speaks(said)
    return isSpoken || speaks(said) || said.split(/\s+/).length > LONGEST_PLACE
  }
  if (/\d/.test(said) || isWrittenAsName(text)) return false
  if (REASONS.test(name)) return calls(said)
  return isSpoken || speaks(said)
}

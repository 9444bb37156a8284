import { province } from '../../province/province.ts'
import { commune } from '../checks/area.ts'
import { placeNames } from '../checks/place-names.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'

/** "Tắc Vân nay thuộc phường nào", "xã tui sáp nhập vô đâu": which unit a former name leads to. */
const WHICH_UNIT =
  /\b(?:thuoc|nhap (?:vo|vao|ve|voi)|sap nhap|doi (?:ten|thanh)|ten moi|(?:nay|gio) (?:la|goi la|thanh))\b.*\b(?:nao|gi|dau|khong|sao|may)\b/
const NO_DISTRICT = /\b(?:bo|het|khong con|dep|giai the) (?:cap )?huyen\b|\bhuyen (?:bo|het|khong con|giai the|dep)\b/
const WITHOUT_DISTRICTS =
  'Từ 01/07/2025 không còn huyện, thành phố trực thuộc tỉnh: hồ sơ nộp ở xã, phường nơi ông/bà ở, tại Trung tâm Phục vụ hành chính công, hoặc chuẩn bị ngay tại đây.'

/** What a name of before 07/2025 is called now; undefined where nobody asks for it or no place is named. */
export function answerOfUnits(text: string): string | undefined {
  const said = plainOf(spellOut(text))
  const isWithoutDistricts = NO_DISTRICT.test(said)
  if (!isWithoutDistricts && !WHICH_UNIT.test(said)) return undefined
  const [place] = placeNames(text)
  if (!place) return isWithoutDistricts ? WITHOUT_DISTRICTS : undefined
  if (isWithoutDistricts || place.title === 'huyen') return WITHOUT_DISTRICTS
  const reading = commune.check(`${place.title ?? ''} ${place.bare}`.trim(), { now: 0, answers: {} })
  if (reading.ok === false) return undefined
  const other = reading.ok === 'unsure' ? reading.otherwise : undefined
  const units = [reading.shown, ...(other ? [other.shown] : [])].join(' hoặc ')
  return `Nơi này nay thuộc ${units}${other ? ' (tùy ấp, khóm)' : ''}, ${province.titled}. Việc của các xã, phường trong tỉnh ông/bà đều nhắn được tại đây.`
}

/** "À nhầm, …", "tôi ghi lộn, phải là …": only what follows was meant. Marks are needed, for Nhâm and Lớn are names. */
const SLIP =
  /^(?:.*[\s,.;])?(?:(?:à|á|ủa|ý|ấy|úi|ui)[\s,.]+|^(?:xin lỗi[\s,]*)?(?:(?:tôi|tui|em|con)\s+)?(?:(?:ghi|viết|gõ|bấm)\s+)?)(?:nhầm|lộn)(?:\s+(?:rồi|mất|xíu))?[\s,.:;]+(?:(?:phải\s+|đúng\s+)?là\s+|sửa lại(?:\s+là)?\s+)?(?=\S)/iu
const UNMARKED_SLIP = /^(?:.*[\s,])?a nham(?: roi)?[\s,]+(?=\S*\d)/i

/** "Làm khai sinh, à mà thôi khai tử". */
const CHANGED_MIND = /^.*[\s,](?:à\s+)?mà thôi[\s,]+(?=\S)/iu

/** "Không phải 5 mà là 6". */
const INSTEAD =
  /^(?:dạ[\s,]+)?(?:không|khong|ko|hông|hổng|hong|hok|hem)\s+(?:phải|phai)\s+.+?[\s,]+(?:mà|ma)\s+(?:(?:là|la)\s+)?(?=\S)/iu

/** "7h sáng, không phải, 8h sáng". */
const RATHER = /^(?=.*\d).+?[\s,]+(?:không|khong) (?:phải|phai)\s*[,.]\s*(?=\S*\d)/iu

/** "7h sáng, không phải 8h", "… chứ không phải …": what was denied is behind. */
const DENIED =
  /(?<=\d.*?)[\s,]+(?:(?:chứ|chớ|chu|cho)\s+)?(?:không|khong|ko|hông|hổng|hong) (?:phải|phai) (?:là |la )?(?=\S*\d).*$/iu

/** "5/3/1990 à nhầm, 1991" corrects the year alone, "7h sáng 23/11 à nhầm 24/11" the day alone. */
function withWhatStands(text: string, rest: string): string {
  const date = /^\D*(\d{1,2}[/.-]\d{1,2}[/.-])\d{2,4}/.exec(text)?.[1]
  if (date !== undefined && /^\d{4}$/.test(rest)) return `${date}${rest}`
  const clock = /^(?:lúc )?(\d{1,2}(?:h|g|:| giờ)\d{0,2}(?: (?:sáng|trưa|chiều|tối|đêm))?)\s/u.exec(text)?.[1]
  return clock !== undefined && /^(?:ngày )?\d{1,2}[/.-]\d{1,2}$/.test(rest) ? `${clock} ${rest}` : rest
}

const NUMBER =
  '(?:\\d{1,2}|một|mot|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi)(?: (?:một|mot|hai))?'
const HOUR = `${NUMBER} ?(?:giờ|gio|[hg](?!\\p{L})|:)(?: ?(?:\\d{2}(?!\\d)|rưỡi|ruoi))?`
const PART = '(?: (?:sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem|khuya))'
/** "Mai 7 giờ… à không, 8 giờ", "7h sáng mai ủa lộn 8h": of an hour that is said anew the first does not count. */
const HOUR_ANEW = new RegExp(
  `(?<![\\p{L}\\d])${HOUR}(${PART}?)([^\\d]{0,20}?)[\\s,.…]+(?:(?:à|á|a|ủa|ua|ý|ấy|úi|ui)[\\s,.]+(?:không|khong|hông|hổng|hong|ko|nhầm|nham|lộn|lon|quên|quen|mà|ma)(?: (?:phải|phai|rồi|roi))?[\\s,.:…]+|(?:ủa|úi)[\\s,.]+|(?:nhầm|lộn)(?: rồi)?[\\s,.:…]+|(?:không|khong)[,.…]\\s*)(?:(?:là|la|phải|phai) )*(${HOUR})(${PART}?)(?![\\p{L}\\d])`,
  'iu',
)

/** A tidied text with the hour that was meant in the place of the one that was said first. */
export const withHourMeant = (text: string): string =>
  text.replace(
    HOUR_ANEW,
    (_, part: string, between: string, hour: string, anew: string) => `${hour}${anew || part}${between}`,
  )

/** What is left of a tidied text when somebody corrects themselves in the middle of it. */
export function withoutSlip(text: string): string {
  if (text.length > 200) return text
  const timed = withHourMeant(text)
  if (timed !== text) return timed
  const rest = text
    .replace(SLIP, '')
    .replace(UNMARKED_SLIP, '')
    .replace(INSTEAD, '')
    .replace(RATHER, '')
    .replace(DENIED, '')
    .replace(CHANGED_MIND, '')
  return rest === text ? text : withWhatStands(text, rest)
}

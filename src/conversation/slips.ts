/** "À nhầm, …", "tôi ghi lộn, phải là …": only what follows was meant. Marks are needed, for Nhâm and Lớn are names. */
const SLIP =
  /^(?:.*[\s,.;])?(?:(?:à|á|ủa|ý|ấy|úi|ui)[\s,.]+|^(?:xin lỗi[\s,]*)?(?:(?:tôi|tui|em|con)\s+)?(?:(?:ghi|viết|gõ|bấm)\s+)?)(?:nhầm|lộn)(?:\s+(?:rồi|mất|xíu))?[\s,.:;]+(?:(?:phải\s+|đúng\s+)?là\s+|sửa lại(?:\s+là)?\s+)?(?=\S)/iu
const UNMARKED_SLIP = /^(?:.*[\s,])?a nham(?: roi)?[\s,]+(?=\S*\d)/i

/** "Không phải 5 mà là 6". */
const INSTEAD =
  /^(?:dạ[\s,]+)?(?:không|khong|ko|hông|hổng|hong|hok|hem)\s+(?:phải|phai)\s+.+?[\s,]+(?:mà|ma)\s+(?:(?:là|la)\s+)?(?=\S)/iu

/** What is left of a tidied text when somebody corrects themselves in the middle of it. */
export function withoutSlip(text: string): string {
  if (text.length > 200) return text
  return text.replace(SLIP, '').replace(UNMARKED_SLIP, '').replace(INSTEAD, '')
}

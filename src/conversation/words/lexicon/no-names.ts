import { listed } from '../../../kernel/text.ts'

/**
 * Words that tell talk from a name where both stand in small letters. Source: messages to this channel's questions for a name,
 * and Hoàng Phê (ed.), Từ điển tiếng Việt, under "trợ từ". Judged with their marks; without any only where a name has none.
 */

/** How strongly something is felt: at the end of what somebody says, never at the end of a name. */
export const STRONGLY = listed(
  'quá, ghê, lắm, dữ, thiệt, quá trời, ghê á, dữ vậy, hết biết, quá à, quá xá, muốn chết, rồi, nữa rồi',
)

/** What is felt, at the head of it. */
export const FELT = listed(`
  mệt, vui, buồn, lo, sợ, run, rầu, chán, bực, tức, đói, khát, nóng, lạnh, mắc cỡ, mắc cười, hồi hộp, hên, xui, khổ, khó, dễ, ngại, nhức đầu, đau đầu,
  buồn ngủ, buồn cười, trời, trời ơi, chết, ủa, ôi, hic, huhu, rối, lâu, nhiều, hay, đẹp, tốt, giỏi, bận, kẹt, hết hồn
`)

/** Who is spoken of without a name, and what is wanted or not known of one. */
export const OF_NOBODY = listed(`
  ở đây, ở nhà là, công dân, người dân, bà con, hàng xóm, trên căn cước, trong căn cước, trên giấy, trên thẻ, trong giấy, giống như, y chang, hỏi giùm, hỏi dùm, hỏi giúp,
  của tui, của tôi, anh ruột, chị ruột, em ruột, chưa đặt, chưa nghĩ, chưa chọn, chưa có, chưa biết, đang bàn, còn bàn, để bàn, chạy xe, đang bận, đọc tên, ghi chữ, đầy đủ hả, cho hên, đặt tên gì
`)

/** A firm or an office is no person. */
export const FIRMS = listed(
  'công ty, tnhh, doanh nghiệp, dntn, cty, hợp tác xã, htx, ủy ban, ubnd, trường học, cơ quan, nhà nước',
)

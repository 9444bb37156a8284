import { listed } from '../../../kernel/text.ts'

/** Words around an agreement, by what becomes of it. Source: Hoàng Phê (ed.), Từ điển tiếng Việt; messages to this channel. */

/** What is agreed to, or what for: "đồng ý cho cán bộ xem". */
export const PURPOSES = listed(`
  cho, để, cung cấp, với, khai, làm, đọc, chụp, gửi, hỏi, quét, sử dụng, dùng, xài, lưu, xử lý, thu thập, lấy, ghi, nhập, chia sẻ, coi, xem, giữ, việc, các,
  những, mọi, toàn bộ, theo, nêu, kể
`)

/** Or why, and that it be done soon: "đồng ý vì cần gấp". */
export const GOING_ON = listed('vì, tại, do, còn, lên, lẹ, nhanh, mau, gấp, đang, cần, nhờ, mong')

/** Of what is agreed to only then, or only in part. */
export const CONDITIONS = listed(`
  nếu, với điều kiện, trừ, miễn, miễn là, chỉ khi, chỉ cho, chỉ đồng ý, nhưng, mà đừng, mà không, mà chỉ, mà phải, có điều
`)

/** With one of these a clause takes back, doubts or asks what is said around it. */
export const DOUBTS = listed(`
  hay, hoặc, sao, gì, chi, chưa, không, khoan, đừng, khỏi, sợ, lo, hỏi lại, để hỏi, để mai, để sau, để lát, để bữa, để coi, để xem, để tính, để nghĩ, để suy nghĩ,
  để bàn, để đọc, để tôi, để em, tùy, đã, thử, ai, mất, rút, hủy, bị, mà, giả sử, giả tỉ, lỡ, bắt, ép, khó, phân vân
`)

export const TAKING_BACK = listed('thôi, lộn, nhầm, đổi, nghĩ, giỡn, lại, khỏi, từ chối')

/** Who else may have agreed. */
export const KIN = listed(`
  vợ, chồng, má, mẹ, ba, cha, tía, bà, ông, nội, ngoại, chủ, nó, ổng, bả, ảnh, cổ, họ
`)

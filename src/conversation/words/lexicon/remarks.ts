import { listed } from '../../../kernel/text.ts'

/**
 * Words that tell what is said to us from an answer in a citizen's own words. Source: what was typed at this channel's questions
 * for places, trades and names; Hoàng Phê (ed.), Từ điển tiếng Việt. Judged with their marks.
 */

/** What places are told by. */
export const OF_PLACES = listed(`
  ấp, khóm, thôn, tổ, đường, hẻm, ngõ, số nhà, nhà số, xã, phường, thị trấn, thị xã, thành phố, tỉnh, huyện, quận, chợ, cầu, kênh, kinh, rạch, vàm, xẻo, ngã ba,
  ngã tư, ngã năm, lộ, quốc lộ, sông, bến, bãi, chùa, đình, miếu, nhà thờ, trường, bệnh viện, nhà thương, trạm, ủy ban, ubnd, khu, chung cư, tòa nhà, lầu, phòng, dãy trọ,
  nhà trọ, trọ, quán, tiệm, cửa hàng, công ty, xưởng, cây xăng, thửa, tờ bản đồ, lô, nền, hòn, đảo, cù lao, mũi, cửa biển, bưu điện, xóm, nghĩa trang, đồn, trại, vườn, công viên
`)

/** What something is beside: in talk these mean other things too. */
export const BESIDE_PLACES = listed(
  'gần, kế, kế bên, sát, cạnh, bên hông, hông, đối diện, trước, trước mặt, sau lưng, phía sau, ngay, góc, đầu, cuối, dưới, giữa, dọc, cách',
)

/** How strongly something is felt or done. */
export const STRONG = listed(
  'quá, lắm, ghê, dữ, dữ thần, thiệt tình, hết biết, quá trời, quá xá, hoài, miết, muốn chết, hết hồn',
)

/** What was done or came to pass: somebody was born, moved, was helped. It has a place, and tells none. */
export const HAPPENING = listed(`
  sanh mổ, sinh mổ, sanh thường, sinh thường, sanh khó, sinh khó, sanh non, sinh non, sanh đôi, sinh đôi, sanh rớt, đẻ mổ, đẻ thường, đẻ khó, đẻ rớt, đẻ non, đỡ, đỡ đẻ, chuyển dạ,
  sanh lúc, sinh lúc, đẻ lúc, sanh hồi, sinh hồi, đẻ hồi, sanh ngày, sinh ngày, sanh bữa, sanh đêm, xuất viện, nhập viện, nặng, cân nặng, thiếu tháng, đủ tháng, dọn, mới dọn, mới chuyển, chuyển vô, mới mướn, mới thuê, mới mua, mới cất, mới xây, mới cưới, ở đậu, ở ké, ở tạm, ở chung, hôm kia, hôm qua, hồi hôm, bữa hổm, bữa trước,
  tháng trước, năm ngoái, năm trước, tuần trước
`)

/** "Hỏi ai cũng chỉ": to whoever lives there. */
export const WELL_KNOWN = listed(
  'ai cũng biết, ai cũng rành, ai cũng chỉ, ai cũng hay, ai mà không biết, ai chẳng biết, ai hổng biết, cán bộ biết mà, xã biết rồi, như mọi khi',
)

/** Somebody is called to. */
export const CALLED_TO = listed('ơi, ới, trời đất, chèn ơi, mèn ơi')

/** What somebody thinks, feels, says, wants or puts off: no place, trade or thing is called so. */
export const OF_SPEAKERS = listed(`
  biết, nhớ, hiểu, thấy, nghe nói, hỏi, kêu, nói, biểu, bảo, rầy, chê, chịu, ưng, sợ, lo, mệt, buồn, mừng, bực, tức, chán, khổ, cực, khó, tội, tội nghiệp, bận, kẹt,
  khoan, từ từ, chờ, đợi, giùm, dùm, làm ơn, duyệt, cho tôi, cho tui, cho em, cho qua, sao, gì, chi, muốn, chưa, đâu có, có đâu, đang, ngủ, tin, quên, nhìn, đọc, ghi, trả lời,
  bấm, nhắn, tính, hết tiền, may, xui, cảm ơn, cám ơn, xin lỗi, chúc, đừng, giỡn, xạo, dóc, cãi, chửi, cứ, hãy
`)

import { listed } from '../../../kernel/text.ts'

/**
 * Single words of which people make "not now" and "no more", for messages that hold nothing else. Source: messages to channels
 * of this kind (domain §9.7); Hoàng Phê (ed.), Từ điển tiếng Việt, for the written ones.
 */

/** When it will be: "mai", "để bữa nào rảnh". */
export const LATER_TIMES = listed(
  'mai, mơi, mốt, sáng, trưa, chiều, tối, khuya, lát, chút, tí, xíu, hồi, bữa, hôm, tuần, tháng, thứ, khi, lúc, rảnh, thư thư',
)
/** What will be done then. */
export const LATER_DEEDS = listed(`
  gửi, gởi, chụp, nộp, bổ, làm, kiếm, tìm, lấy, xin, hỏi, coi, xem, nhắn, trả, kể, viết, điền, khai, tính, đặt, ghi, chọn, đọc, bấm, nhập,
  bàn, nghĩ, đưa, đem, mang, quay, chấm
`)
export const WAITING = listed('để, đợi, chờ, khoan, hẹn, đang, bận, kẹt, chưa, từ từ, kêu, nhờ, cho')

export const CANCELLING_WORDS = listed('hủy, dẹp, ngưng, dừng, bỏ, nghỉ')
export const NOTS = listed('không, khỏi, đừng, chẳng, hết')
/** What one will not do any more. */
export const DOINGS = listed(`
  làm, đi, xin, nộp, gửi, gởi, chấm, đánh, đăng, cần, muốn, khai, điền, phản, kiến, góp, hỏi, kể, đặt, hẹn, báo, trích, tạm, thường, kết, cưới,
  xây, mở, gia, viết, trả, chụp, sinh
`)
/** What a matter is called in such a message: "thôi không khai sinh nữa". */
export const MATTERS = listed(`
  giá, ký, ánh, nghị, ý, lịch, lục, trú, hôn, sinh, tử, hạn, giấy, tờ, hồ, sơ, đơn, việc, vụ, chuyện, thủ, tục, phép, nhà, quán, tiệm, kinh,
  doanh, cấp, trợ, xác, nhận, câu, bản, sao, đường, chợ, thẻ
`)

/** What one does meanwhile, and whom one asks: "not now" only where one comes back from it. */
export const MEANWHILE = listed(`
  nghỉ, ăn, cơm, nấu, uống, ngủ, tắm, đón, rước, dạy, họp, khách, pin, sạc, vuông, ghe, tôm, cá, giặt, chở, thăm, bú, heo, gà, mưa, nước, tiệm,
  nội, ngoại, dì, cậu, thím, mợ, dượng, út, ổng, bả, ảnh, cổ, nắng, cửa, hàng, cúng, đám, khám, thuốc, ghé, cháu
`)

/** Of these nothing else follows: who speaks, to whom, of what, and the little words. */
export const BESIDE = listed(`
  tôi, em, con, mình, cháu, nó, má, mẹ, ba, tía, cha, vợ, chồng, ông, bà, anh, chị, cô, chú, bác, sĩ, bệnh, viện, xã, phường, nhà, đồng, ruộng,
  chợ, xe, chạy, ngoài, trong, ở, tay, tờ, giấy, hình, ảnh, tấm, cái, này, đó, kia, á, thì, là, mới, sẽ, rồi, đã, xong, được, giùm, dùm, giúp,
  liền, ngay, luôn, nha, nhật, nhá, nhé, nghe, nghen, hen, ạ, dạ, vâng, ừ, ừa, ok, thôi, đi, về, ra, lên, vào, qua, tới, hãy, còn, cũng, chắc, có, hết,
  với, và, vài, mấy, một, hai, tư, năm, sáu, bảy, ngày, nay, sau, khác, nữa, nào, đầu, cuối, giờ, bây, đây, cưng, ơi, công, chuyện, việc,
  nhiều, quá, lắm, căn, cước, sổ, đỏ, hồng, thẻ, số, cà, vẹt, tên, lại, tiếp, bản, đâu, hoặc, câu, hồ, sơ, đơn, ý, đổi, mệt, suy, cho, bữa,
  sung, lời, tính, đưa, lưu, kỹ, thử, vô, người, ta, thằng, nhỏ, trước, học, rút, điện, thoại, máy, mạng, vẫn, hơi, cà, mắc
`)

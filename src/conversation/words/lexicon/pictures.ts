import { listed } from '../../../kernel/text.ts'

/**
 * Single words of messages that only point at a picture or a paper, "coi hình giùm", or say that one was sent, "gửi rồi đó". Source:
 * messages to channels of this kind (domain §9.7).
 */

/** What is pointed at. */
export const THINGS = listed(
  'hình, ảnh, giấy, thẻ, căn cước, bản vẽ, sổ, tờ, tấm, tệp, file, giấy tờ, bằng, đơn, phiếu',
)
export const POINTING = listed(
  'coi, xem, nhìn, như, giống, theo, trong, trên, đó, kia, nè, ghi, in, y, gửi, gởi, chụp, đây, á, đọc, thấy, có, rồi',
)
export const SENDING = listed('gửi, gởi, up, nộp, đưa, chuyển, chụp, quăng')
export const ENOUGH = listed('rồi, hết, đủ, xong, đó, nè, vậy, thôi, nhiêu, bấy, à, đây')

/** With the words above nothing else stands in such a message. */
export const AROUND = listed(`
  dạ, ừ, ừa, ok, vâng, tôi, em, con, mình, anh, chị, chú, cô, cán bộ, nãy, hồi, lúc, mới, vừa, đã, thì, là, cái, một, hai, ba, bốn, 1, 2, 3, 4, 5,
  mấy, chỉ, có, nha, nhe, nhé, nghe, nghen, ơi, a, ạ, đi, giùm, dùm, giúp, với, cũng, luôn, ở, cho, của, mà, sao, được, chưa, mặt, trước, sau, đỏ,
  hồng, chứng, sinh, hẹn, khám, cưng, thử, rõ, lại, sẵn, kèm, bên, dưới, này, chụp, tấm, bản, nhận, thấy, trang, đầy, toàn, bộ, lên, qua
`)

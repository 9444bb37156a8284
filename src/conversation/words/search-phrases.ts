import { READINGS_OF_TT } from './shorthand.ts'

/** Where it is known for certain the place is told, elsewhere only whom to ask: "Hỏi tại …". */
const place = (where: string): string => (where.startsWith('Hỏi ') ? where : `Nơi làm: ${where}`)

/** Sentences about finding the right procedure. */
export const searchPhrases = {
  inTurn: (first: string, second: string) =>
    `Ta làm lần lượt: “${first}” trước, rồi đến “${second}”. Ông/bà chọn giúp.`,
  isItThis: 'Có phải ông/bà cần việc này? (Is it this you need?)',
  oneOf: 'Có phải ông/bà cần một trong các việc này? Nếu không, ông/bà nói rõ thêm giúp.',
  supposing: (name: string, where: string) =>
    `Nếu ông/bà hỏi “${name}” thì việc này chưa làm được tại đây. ${place(where)}`,
  place,
  whichOne: 'Ông/bà hỏi về thủ tục nào? Ví dụ: khai sinh, tạm trú.',
  tt: `“tt” có thể là ${READINGS_OF_TT.join(', ')}. Ông/bà cần việc nào?`,
  ttElsewhere: (readings: string) =>
    `Việc ${readings} hiện chưa làm được tại đây; ông/bà hỏi Trung tâm Phục vụ hành chính công hoặc Công an xã, phường nơi ở, hoặc gọi 1800 1096 (miễn phí).`,
  nearest: 'Tôi chưa hiểu rõ ý ông/bà. Gần nhất là các việc sau:',
  sayMore: 'Ông/bà cần làm giấy tờ gì? Ví dụ: làm giấy khai sinh.',
  reallySwitch: (name: string) =>
    `Ông/bà muốn chuyển sang “${name}” không? Việc đang làm dở được cất lại, làm tiếp lúc nào cũng được.`,
  office:
    'Trung tâm Phục vụ hành chính công đặt tại trụ sở UBND xã, phường. Địa chỉ từng nơi tôi chưa có: ông/bà hỏi 1800 1096 (miễn phí), hoặc gõ tên UBND xã, phường đó trên bản đồ của điện thoại.',
  comeOrNot:
    'Giấy đi đường, lịch hẹn, phản ánh, hỏi cán bộ thì làm xong ngay tại đây. Các thủ tục khác ông/bà chuẩn bị sẵn tại đây, rồi xác nhận trên Cổng Dịch vụ công quốc gia bằng VNeID, hoặc đến UBND xã, phường một lần. Ông/bà cần việc gì để tôi nói rõ?',
  photoFirst:
    'Tôi chưa tải về, chưa đọc và chưa lưu ảnh này. Ảnh căn cước là dữ liệu cá nhân nhạy cảm nên tôi chỉ nhận khi ông/bà đã chọn việc cần làm và đồng ý. Lúc đó ông/bà gửi ảnh, hoặc tự nhập bằng chữ, đều được.',
  labels: {
    tell: 'Cần gì, bao nhiêu tiền?',
    begin: 'Làm thủ tục này',
    switchTo: (name: string) => `Chuyển sang: ${name}`,
    goOn: 'Làm tiếp',
  },
} as const

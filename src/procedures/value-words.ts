import { answerRules } from '../conversation/checks/answer-rules.ts'
import { checks } from '../conversation/checks/table.ts'
import type { Deed, Step } from '../conversation/flow/flow-format.ts'

/** What stands after `expect:`, in words for who edits. */
export const KIND_WORDS: Readonly<Record<Step['expect'], string>> = {
  text: 'Người dân nhắn chữ; check nói câu trả lời được kiểm tra thế nào.',
  choice: 'Người dân bấm hoặc nhắn một trong các lựa chọn ở choices.',
  files: 'Người dân gửi ảnh hoặc tệp, nhiều nhất max tệp.',
  any: 'Người dân nhắn chữ và gửi tệp, nhiều tin, đến khi bấm “Xong”.',
  consent: 'Xin đồng ý: nút yes đi tiếp, nút no dừng lại. Phải đứng trước mọi câu hỏi về người.',
  card: 'Người dân chụp thẻ căn cước để điền nhanh; fills nói điền vào câu nào.',
  pick: 'Người dân chọn một mục mà chương trình vừa tìm thấy.',
  review: 'Người dân xem lại mọi câu đã trả lời, sửa, rồi nộp.',
  none: 'Không hỏi gì: chương trình nói một câu, làm một việc (do), rồi sang bước khác hoặc kết thúc.',
}

/** What stands after `do:` in a step. */
export const DEED_WORDS: Readonly<Record<Deed, string>> = {
  file: 'Nộp hồ sơ: hồ sơ đến cơ quan, người dân nhận {code} (mã hồ sơ) và {secret} (mã tra cứu).',
  supplement: 'Gửi phần bổ sung của một hồ sơ đã nộp.',
  rate: 'Ghi điểm đánh giá của người dân.',
  withdraw: 'Rút một hồ sơ đã nộp.',
  forget: 'Xóa dữ liệu của người dân.',
  'send permit': 'Gửi lại ảnh giấy có mã QR.',
  'query dossier': 'Tìm một hồ sơ theo mã hồ sơ và mã tra cứu.',
  'query own dossier': 'Tìm một hồ sơ của chính người đang nhắn.',
  'query my dossiers': 'Tìm mọi hồ sơ của người đang nhắn.',
  'query my permits': 'Tìm mọi giấy còn hạn của người đang nhắn.',
  'query my visits': 'Tìm những lịch hẹn đang chờ của người đang nhắn.',
  'query dossiers to rate': 'Tìm những hồ sơ đã xong mà người dân chưa đánh giá.',
  'query my data': 'Tìm những gì cơ quan đang giữ về người đang nhắn.',
}

/** What stands after `when:`. */
export const CONDITION_WORDS: Readonly<Record<string, string>> = {
  found: 'Chương trình vừa tìm thấy.',
  codeGiven: 'Người dân đã cho mã hồ sơ từ trước.',
  withPlate: 'Có biển số xe.',
  manyDays: 'Giấy dùng hơn 3 ngày.',
  lateBirth: 'Bé sinh đã quá 60 ngày.',
  under70: 'Người này chưa đủ 70 tuổi.',
}

/** What stands after other words. */
export const OTHER_WORDS: Readonly<Record<string, string>> = {
  'counts: working': 'Trong term: chỉ đếm ngày làm việc.',
  'counts: calendar': 'Trong term: đếm cả ngày nghỉ; hết hạn vào ngày nghỉ thì sang ngày làm việc kế tiếp.',
  'pause: resume': 'Trong term: dân bổ sung xong thì tính tiếp phần thời hạn còn lại.',
  'pause: restart': 'Trong term: dân bổ sung xong thì tính lại thời hạn từ đầu.',
  'mode: accept': 'Nộp ngay tại đây: cần một bước do: file.',
  'mode: prepare': 'Chuẩn bị tại đây, người dân nộp trên Cổng dịch vụ công.',
  'kind: free': 'Miễn phí.',
  'kind: fixed': 'Số tiền cố định, ghi ở amount.',
  'kind: council': 'Hội đồng nhân dân tỉnh quy định, không ghi số tiền.',
  'means: yes': 'Mọi cách nói đúng, có, đồng ý đều là lựa chọn này.',
  'means: no': 'Mọi cách nói không, chưa, sai đều là lựa chọn này.',
  'means: unknown': 'Mọi cách nói không biết, không rõ đều là lựa chọn này.',
  'means: other': 'Việc không có trong các lựa chọn kia thì hỏi lại bằng lựa chọn này.',
  'accept: photo': 'Chỉ nhận ảnh.',
  'accept: document': 'Chỉ nhận tệp, ví dụ PDF.',
  'accept: both': 'Nhận cả ảnh và tệp.',
  'do: keep': 'Trong moves: người đang làm dở làm nốt theo bản cũ.',
  'do: move': 'Trong moves: người đang làm dở sang bản mới, giữ câu đã trả lời.',
  'do: stop': 'Trong moves: người đang làm dở phải dừng, và đọc lời giải thích ở say.',
  'approval: leader': 'Lãnh đạo duyệt; người duyệt không phải người đã tiếp nhận.',
  'agency: choose': 'Gửi đến xã, phường mà người dân đã chọn ở câu có saveAs: agency.',
  'saveAs: applicant': 'Tên của người nộp hồ sơ.',
  'saveAs: agency': 'Xã, phường nhận hồ sơ.',
}

/** What stands after `check:`, with the words by which citizens are told how to write it, an example among them. */
export const CHECK_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [...checks.values()].map(({ name, title, hint }) => [name, `${title}. ${hint}`]),
)

/** What stands after `rule:`. */
export const RULE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [...answerRules].map(([name, { title }]) => [name, `${title}.`]),
)

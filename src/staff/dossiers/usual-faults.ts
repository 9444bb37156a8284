import type { QuestionKind } from '../../procedures/question-kinds.ts'

/** What is usually wrong with an answer of each kind, with how to mend it: to be chosen from, and read by the citizen as it stands. */
export const USUAL_FAULTS: Readonly<Record<QuestionKind, readonly string[]>> = {
  paper: [
    'Ảnh mờ, chụp lại rõ bốn góc',
    'Thiếu mặt sau',
    'Thiếu trang, chụp đủ các trang',
    'Không đúng loại giấy cần nộp',
    'Giấy đã hết hạn, gửi giấy còn hạn',
    'Chưa gửi giấy này',
  ],
  name: ['Không khớp với căn cước', 'Ghi thiếu, ghi đủ họ và tên như trên căn cước', 'Không khớp với giấy tờ đã gửi'],
  number: ['Không khớp với căn cước', 'Thiếu số, ghi lại đủ số', 'Không khớp với giấy tờ đã gửi'],
  time: ['Ngày giờ đã qua, chọn lại', 'Không khớp với giấy tờ đã gửi', 'Chưa rõ ngày, ghi đủ ngày tháng năm'],
  place: ['Chưa rõ ở đâu, ghi đủ ấp, khóm, xã, phường', 'Không khớp với căn cước', 'Không khớp với giấy tờ đã gửi'],
  choice: ['Chọn chưa đúng, xin chọn lại', 'Không khớp với giấy tờ đã gửi'],
  words: ['Chưa rõ, ghi đầy đủ hơn', 'Không khớp với căn cước', 'Không khớp với giấy tờ đã gửi'],
}

import type { ActionType } from './dossier.ts'

/** What was done, as staff and citizens read it. */
export const ACTION_LABELS: Record<ActionType, string> = {
  filed: 'Nộp hồ sơ',
  accepted: 'Tiếp nhận',
  declined: 'Không tiếp nhận',
  forwarded: 'Chuyển sang đang xử lý',
  'supplement asked': 'Yêu cầu bổ sung',
  withdrawn: 'Người dân rút hồ sơ',
  supplemented: 'Bổ sung',
  approved: 'Duyệt hồ sơ',
  refused: 'Từ chối giải quyết',
  returned: 'Trả kết quả',
  'permit granted': 'Cấp giấy',
  'permit revoked': 'Thu hồi giấy',
  'taken back': 'Thu lại quyết định',
  taken: 'Nhận xử lý',
  assigned: 'Phân công',
  'given back': 'Trả về hàng chờ',
  'handed over': 'Chuyển cơ quan',
  'opinion asked': 'Xin ý kiến',
  'opinion given': 'Cho ý kiến',
  'put aside': 'Tạm gác',
  paused: 'Tạm dừng',
  apologised: 'Xin lỗi và hẹn lại',
  'term lengthened': 'Tính thời hạn dài hơn',
  reopened: 'Mở lại để sửa kết quả',
}

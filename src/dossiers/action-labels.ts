import type { ActionType } from './dossier.ts'

/** What was done, as staff and citizens read it. */
export const ACTION_LABELS: Record<ActionType, string> = {
  filed: 'Nộp hồ sơ',
  accepted: 'Tiếp nhận',
  declined: 'Từ chối tiếp nhận',
  forwarded: 'Chuyển sang đang xử lý',
  'supplement asked': 'Yêu cầu bổ sung',
  withdrawn: 'Công dân rút hồ sơ',
  supplemented: 'Bổ sung',
  approved: 'Phê duyệt kết quả',
  refused: 'Từ chối giải quyết',
  returned: 'Trả kết quả',
  'permit granted': 'Cấp giấy',
  'permit revoked': 'Thu hồi giấy',
  'taken back': 'Thu lại quyết định',
}

/** The people whom every fixture knows, and where each of them stands when the old program is stopped. All are made up. */
export const PEOPLE = {
  /** Was answering questions, said that they want to cancel, and was asked whether they really do. */
  middle: '7000000000000000001',
  /** Has filed and been asked for more by an officer. */
  asked: '7000000000000000002',
  /** Holds a permit. */
  holder: '7000000000000000003',
  /** Was to be told of an acceptance while Zalo's window was closed. */
  away: '7000000000000000004',
} as const

export const FLOW = 'cap-giay-di-duong'
export const QUESTION = 'Ông/bà khám ở bệnh viện nào? Xin ghi tên bệnh viện.'
/** Stands in the clerk's draft and nowhere else. */
export const DRAFT_MARK = '# bản nháp chưa xuất bản'
export const CLERK = { email: 'quan.tri@example.test', password: 'thuyền giấy mùa hạ 4 cánh' }

/** A whole filing, each message after the answer to the one before. */
export const filing = (name: string, number: string): string[] => [
  ...['menu', `#lam:${FLOW}`, '#co', '#tu-nhap', name, number, '0912345678', '2', 'xã Đất Mũi', 'phường An Xuyên'],
  ...['69-B1 234.56', 'bây giờ', '17h ngày mai', '#bo-qua', '#nop'],
]

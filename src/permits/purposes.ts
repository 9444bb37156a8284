export interface Purpose {
  /** Stands in the signed code. A number, once used, is never given to another purpose. */
  code: number
  /** The choice key in the flow `cap-giay-di-duong`. */
  key: string
  label: string
}

/** What a pass may be asked for: the groups recovered from the sixteen necessary activities of 09/09/2021 (domain §6.1). */
export const purposes: readonly Purpose[] = [
  { code: 1, key: 'cho', label: 'Đi chợ, mua hàng thiết yếu' },
  { code: 2, key: 'y-te', label: 'Khám, chữa bệnh, mua thuốc' },
  { code: 3, key: 'hoc', label: 'Đi học, nhập học' },
  { code: 4, key: 'ngan-hang', label: 'Giao dịch ngân hàng' },
  { code: 5, key: 'hanh-chinh', label: 'Làm thủ tục hành chính, bưu điện' },
  { code: 6, key: 'cuoi-hoi', label: 'Cưới hỏi của người thân' },
  { code: 7, key: 'hang-hoa', label: 'Vận chuyển hàng hóa' },
  { code: 8, key: 'cong-vu', label: 'Công vụ, đi làm' },
  { code: 9, key: 'khac', label: 'Lý do khác' },
]

export const findPurpose = (key: string): Purpose | undefined => purposes.find((purpose) => purpose.key === key)

/** The label of a code; one that this version does not know is shown as it is. */
export const renderPurpose = (code: number): string =>
  purposes.find((purpose) => purpose.code === code)?.label ?? `Mục đích số ${code}`

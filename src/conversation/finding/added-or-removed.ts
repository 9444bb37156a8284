import { fold } from '../../kernel/text.ts'

const ADDS =
  /^(?:(?:da|cho|toi|em|con|a|khoan|muon) )*(?:(?:gui|nop|kem|dinh kem)(?: toi| em)? )?(?:them|bo sung)(?: (?:them|cai|to|tam|cho|1|may))* (?:giay|hinh|anh|toa|so|don|hoa don|ban ve)(?: |$)/
const REMOVES = /(?:^| )(?:bo|xoa|got|bot|khoi ghi|dung ghi|khong (?:can |muon )?ghi) (?!qua|sung|lo|lai|thue)/

/** "Thêm giấy hẹn khám", "gửi thêm hình": more papers are to go with what is handed in. */
export const addsPapers = (text: string): boolean => ADDS.test(fold(text))

/** "Bỏ biển số đi": an answer is to be taken out. */
export const removesAnswer = (text: string): boolean => REMOVES.test(fold(text))

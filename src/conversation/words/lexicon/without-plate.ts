import { listed } from '../../../kernel/text.ts'

/**
 * How people of the delta travel without a vehicle whose plate is theirs to tell: on foot, by boat, with somebody else's coach.
 * Source: Sở Giao thông vận tải's list of passenger transport (bus, coach, ferry, speedboat) and messages to this channel.
 */
export const WITHOUT_PLATE = listed(`
  đi bộ, lội bộ, cuốc bộ, xe đạp, đạp xe, xe buýt, xe bus, xe đò, xe khách, xe giường nằm, xe phương trang, xe ôm, xe lôi, xe ba gác, xe công nghệ, grab, be bike, taxi, tắc xi,
  quá giang, đi nhờ, đi ké, đi ghe, ghe, xuồng, vỏ lãi, vỏ máy, chạy vỏ, đi vỏ, tắc ráng, cano, ca nô, đi tàu, tàu cao tốc, tàu khách, tàu lửa, xe lửa, tàu hỏa, đi đò, đò dọc, đò máy, qua phà, đi phà, máy bay,
  xe cấp cứu, xe cứu thương, xe từ thiện, xe hợp đồng, xe của bệnh viện, xe người ta, xe người quen, xe hàng xóm, xe thuê, mướn xe, thuê xe, bao xe, xe mới mua, xe chưa có biển, chưa có biển, chưa có bảng, chưa có số, không có biển, không có bảng,
  không có số, không nhớ số, không nhớ biển, không biết số, chưa ra biển, chưa bấm biển, chưa bấm số, đường thủy
`)

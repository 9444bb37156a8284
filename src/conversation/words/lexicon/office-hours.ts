import { listed } from '../../../kernel/text.ts'

/**
 * Words of which questions about opening hours are made. Source: messages to channels of this kind (domain §9.7). Judged with
 * their marks where they were typed.
 */

/** Days on which most offices are closed. */
export const DAYS_OFF = listed('thứ bảy, thứ 7, t7, chủ nhật, cn, cuối tuần, lễ, nghỉ lễ, ngày lễ, tết')
/** Days and hours at which people doubt it. */
export const PARTS_OF_DAYS = listed(`
  thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ 2, thứ 3, thứ 4, thứ 5, thứ 6, thứ mấy, ngày nào, hôm nay, bữa nay, ngày mai, mai, sáng, trưa, chiều, tối, giờ này, bây giờ, tầm này, khuya
`)
export const HOUR_WORDS = listed(
  'mấy giờ, mấy h, mấy g, giờ nào, lúc nào, giờ giấc, giờ hành chính, lịch làm việc, giờ làm việc, khi nào, ngày nào, thứ mấy',
)
/** What an office does or is. */
export const DESK_STATES = listed(`
  làm việc, mở cửa, đóng cửa, tiếp dân, tiếp nhận, còn nhận, hết nhận, nhận hồ sơ, có ai làm, có ai trực, có ai tiếp, có ai ở, còn ai, ai trực, có làm, có nghỉ, có trực, nghỉ trưa, nghỉ không, nghỉ lúc, hết giờ,
  nghỉ lễ, nghỉ tết, giờ hành chính, nghỉ từ, còn kịp lên, có mở, tan sở
`)
/** What is done there: by itself of many other things, too. */
export const DESK_DOINGS = listed('làm, nghỉ, trực, nộp, lên, nhận, tiếp, mở, đóng')
/** Of these somebody asks about their own matter. */
export const NO_DESK = listed(`
  lệ phí, làm giấy, làm khai sinh, làm kịp, giấy kịp, cưới, đám, về quê, giấy đi đường, nghỉ học, nghỉ hưu, nghỉ phép, nghỉ việc, nhận tiền, lãnh, có giấy, có kết quả, nhận kết quả, nhận giấy, lấy giấy, làm xong, hồ sơ của, hẹn,
  nhanh, lẹ, gấp, đi làm, tui làm, tôi làm, em làm
`)

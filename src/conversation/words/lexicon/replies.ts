import { listed } from '../../../kernel/text.ts'

/**
 * Short answers, by what they say. Source: Hoàng Phê (ed.), Từ điển tiếng Việt, for the written ones; the southern ones (ừa, hổng
 * có đâu, trật lất, nhiêu đó) are from messages to this channel. Short forms are written out before they are looked up.
 */
export type Reply =
  | 'yes'
  /** Names agreement itself; what "ok" does not. */
  | 'agree'
  | 'no'
  /** There is none of what is asked for. */
  | 'none'
  | 'unknown'
  | 'skip'
  | 'done'
  | 'keep'
  /** Hand it in. */
  | 'submit'
  /** Not now. */
  | 'wait'
  /** Whichever. */
  | 'any'
  /** Begin what was offered. */
  | 'begin'

const NEGATIONS = listed('không, chưa, chẳng, chả, đâu có, không có, không hề, chưa có, đâu, không hẳn là, chưa chắc')
const AGREEING = listed(`
  đồng ý, đồng ý rồi, chịu, cho phép, chấp nhận, chấp thuận, nhất trí, tán thành, ưng, ưng thuận, bằng lòng, đồng tình, thuận, hoàn toàn đồng ý,
  có đồng ý, xin đồng ý, đồng í, nhứt trí, đồng thuận, tán đồng, ưng bụng, agree, i agree, agreed, i accept, accept, accepted
`)
const TRUE = listed(
  'đúng, trúng, phải, được, chính xác, chuẩn, ok, oke, ổn, vậy, có, muốn, cần, thích, khớp, đúng rồi, đúng hết',
)

/** "Không có sai gì hết" finds nothing wrong. */
const FAULTLESS = listed('không, không có, không thấy, đâu có, chẳng có').flatMap((none) =>
  listed('sai, thiếu, lộn, trật, nhầm').flatMap((fault) =>
    ['', ' gì', ' chỗ nào', ' cái nào', ' mục nào'].map((where) => `${none} ${fault}${where}`),
  ),
)

/** "Bỏ qua câu này", "câu này cho qua": what is passed over is what is asked. */
const PASSED = listed(', câu này, mục này, phần này, cái này, chỗ này, bước này, ô này, câu đó, mục đó, cái đó')
const PASSING = listed(
  'bỏ qua, bỏ, cho qua, khỏi, không cần, khỏi cần, thôi khỏi, skip, để trống, bỏ trống, khỏi ghi, khỏi trả lời, khỏi điền, khỏi khai, không cần ghi, không cần trả lời, không cần điền, không ghi, không trả lời, không điền',
).flatMap((verb) => PASSED.flatMap((what) => (what === '' ? verb : [`${verb} ${what}`, `${what} ${verb}`])))

const negated = (words: readonly string[]): string[] =>
  words.flatMap((word) => NEGATIONS.map((negation) => `${negation} ${word}`))

/** Where a filing is handed in: "lên cho cán bộ", "qua bển". */
const TOWARDS = listed(', lên, qua, về, tới, vô').flatMap((way) =>
  listed(
    'xã, phường, ủy ban, cán bộ, cho xã, cho phường, cho ủy ban, cho cán bộ, cho cơ quan, cho trung tâm, cho người ta, cho họ, trên, trển, bển, đó',
  ).map((whom) => `${way} ${whom}`.trim()),
)

export const REPLIES: Readonly<Record<Reply, readonly string[]>> = {
  yes: [
    ...FAULTLESS,
    ...listed(`
    đúng, đúng rồi, đúng hết, đúng hết rồi, đúng y, phải, phải rồi, chính xác, chuẩn, chuẩn luôn, chuẩn cơm mẹ nấu, chuẩn rồi, ok, oke, okie, oki, okay, okey, okela, okla,
    ok rồi, ô kê, ôkê, okê, ừ, ừa, ừm, ừ hử, uh, uhm, um, uk, ukm, ờ, ò, u, ua, ùa, vâng, vâng ạ, có, có chứ, có chớ, có luôn, rồi, yes, yep, yeah, ye,
    được, được rồi, được luôn, được chứ, được chớ, tốt, tốt rồi, tốt quá, ổn, ổn rồi, y vậy, y chang, y chang vậy, đúng vậy, vậy đó, vậy đi, trúng, trúng rồi, trúng phóc, đúng phóc, y bóc, y đúc, gật, gật đầu, gật đầu rồi, quá đúng, khớp, khớp rồi,
     đúng ý, đúng đó, đúng hết trơn, đúng hết trơn rồi, đúng hết ráo, đúng tất, đúng cả, đúng cả rồi, đúng không sai, không sai đâu, không có gì sai, không sao, không vấn đề gì, không thành vấn đề, chứ sao không, chớ sao không, chứ sao, chớ sao,
    dạ, dạ rồi, xác nhận, xác nhận đúng, khỏi sửa gì, khỏi sửa gì hết, khỏi sửa gì nữa, khỏi sửa nữa, không sửa gì hết, không cần sửa gì, tất nhiên, dĩ nhiên, đương nhiên, chắc chắn rồi, khỏi sửa, không cần sửa, không sửa gì, không sửa gì nữa, không có gì sửa, không có gì cần sửa, 👍, 👌, ✅, ✔, 🆗
    `),
  ],
  agree: AGREEING,
  no: [
    ...listed(`
      không, không phải, không phải vậy, không phải đâu, sai, sai rồi, sai bét, sai hết, trật, trật rồi, trật lất, chưa, đâu có, đâu phải, không hề,
      làm gì có, no, nope, đừng, khỏi, không đâu, chưa đâu, hổng dám, 👎, ❌, từ chối, không dám, phản đối, thôi không
    `),
    ...negated(AGREEING),
    ...negated(TRUE),
  ],
  none: listed(`
    không có, không có gì, không có gì cả, không có gì hết, không có cái nào, chưa có, chưa có gì, không có giấy, không có giấy tờ, không có giấy tờ gì,
    không có giấy gì, không có giấy nào, không có giấy tờ nào, không có ảnh, không có hình, không có ảnh nào, không có hình nào, không có ai, không ai, không có ai khác, không còn, hết giấy
  `),
  unknown: listed(`
    không biết, không rõ, không nhớ, không chắc, chưa biết, chưa rõ, chưa chắc, không biết nữa, không biết gì, chẳng biết, không để ý, không nắm, không nắm rõ, không biết rõ,
    không rành, chưa nắm, quên, quên rồi, quên mất, quên mất rồi, quên mất tiêu, quên mất tiêu rồi, quên tiêu, lâu quá quên rồi, lâu quá không nhớ, quên hết rồi, ai biết, biết đâu, không biết đâu, hên xui, chịu thua, không nhớ rõ, không nhớ nữa, nhớ không ra, ai mà nhớ, ai nhớ nổi, ai mà nhớ nổi, ai mà biết, sao nhớ nổi, sao mà nhớ, sao mà nhớ nổi, làm sao nhớ nổi, làm sao nhớ, nhớ sao nổi, không nhớ nổi, nhớ không nổi, nhớ gì nổi, không nhớ gì, không nhớ gì hết, không hay, không biết sao, không biết có không
  `),
  skip: [
    ...PASSING,
    ...listed(`
    không, thôi, qua câu khác, qua câu sau, qua bước sau, qua bước khác, qua mục sau, qua mục khác, qua phần sau, qua cái khác, qua câu kế, qua câu tiếp theo, qua bước tiếp theo, hỏi câu khác, không cần đâu, thôi không cần, next, không có xe
  `),
  ],
  done: listed(`
    xong, xong rồi, hết, hết rồi, đủ, đủ rồi, có nhiêu đó, nhiêu đó, nhiêu đó thôi, bấy nhiêu, bấy nhiêu thôi, bao nhiêu đó, bao nhiêu đó thôi, có vậy thôi, vậy thôi, vậy là đủ,
    vậy là xong, hết giấy rồi, hết hình rồi, hết ảnh rồi, gửi hết rồi, gửi đủ rồi, đã gửi đủ, gửi xong, gửi xong rồi, ok xong, gửi đi, ok
  `),
  keep: listed(`
    giữ nguyên, giữ, giữ lại, giữ như cũ, giữ y cũ, y cũ, như cũ, vẫn như cũ, để nguyên, để y vậy, để vậy, vẫn vậy, không sửa, khỏi sửa, không đổi, không thay đổi, khỏi đổi, dùng lại, xài lại
  `),
  submit: ['gửi', 'gởi', 'nộp', 'đặt', 'chốt', 'hoàn tất'].flatMap((verb) => [
    verb,
    ...listed(`
      đi, luôn, luôn đi, liền, liền đi, ngay, ngay đi, lẹ, lẹ đi, đơn, hồ sơ, giấy, câu hỏi, phản ánh, yêu cầu, lịch, hẹn, lịch hẹn, giùm đi, giúp đi, thôi, được rồi, hết, vậy, lên, qua, về
    `).map((rest) => `${verb} ${rest}`),
    ...TOWARDS.map((rest) => `${verb} ${rest}`),
  ]),
  wait: listed(`
    khoan, khoan đã, khoan khoan, từ từ, từ từ đã, chờ, chờ chút, chờ xíu, chờ đã, chờ tí, đợi, đợi chút, đợi xíu, đợi đã, đợi tí, hượm, gượm, để mai, để sau, để lát, để lát nữa, để bữa khác, lát nữa, bữa sau,
    hồi nữa, chút nữa, chưa gửi, chưa nộp, đừng gửi, đừng nộp, không gửi, không nộp, khỏi gửi, khỏi nộp, chưa gửi được, đừng có gửi, khoan gửi, khoan nộp, thôi không gửi, thôi không nộp, thôi đừng gửi, không gửi nữa, không nộp nữa, chưa đặt, khoan đặt, chưa vội, không vội, chưa làm, để suy nghĩ, để tính, để coi, để xem, để tôi coi, để tôi xem, chưa quyết, chưa tính
  `),
  any: listed(`
    sao cũng được, gì cũng được, cái nào cũng được, cái gì cũng được, mấy giờ cũng được, giờ nào cũng được, lúc nào cũng được, khi nào cũng được, chừng nào cũng được, buổi nào cũng được, ngày nào cũng được, tùy, tùy em,
    tùy cán bộ, tùy ý, sao cũng ok, nào cũng được, cán bộ chọn, em chọn, chọn đại, đại đi, giờ nào trống, giờ nào cũng rảnh, lúc nào cũng rảnh
  `),
  begin: listed(`
    làm, làm đi, làm luôn, làm liền, làm ngay, làm thủ tục này, làm cái này, làm cái đó, bắt đầu, bắt đầu làm, muốn làm, cần làm, đăng ký, đăng ký đi, làm giùm, làm giúp
  `),
}

/** Go on, as an answer to whether one may ask. */
export const GO_AHEAD = listed(`
  cứ hỏi, hỏi đi, cứ hỏi đi, cứ làm, làm đi, cứ làm đi, làm luôn, làm luôn đi, tiến hành đi, bắt đầu đi, bắt đầu luôn, cứ vậy, cứ vậy mà làm, tiếp đi, làm tiếp đi, cứ tiếp tục, tiếp tục đi, hỏi luôn đi, cứ ghi
`)

/** With one of these a sentence takes back or doubts what it said before. */
export const HEDGES = listed(`
  nhưng, mà, nếu, trừ, với điều kiện, hay, hoặc, sao, gì, chưa, không, khoan, đừng, sợ, lo, hỏi lại, để hỏi, chỉ khi, tùy, đã, thử, ai, mất, rút, hủy
`)

import { listed } from '../../../kernel/text.ts'

/** Answers to "really cancel?", "may it be remembered?" and "may a clerk see it?" beside a yes and a no. Source: messages to this channel. */
export const CANCELLING = listed(`
  hủy, hủy đi, hủy luôn, hủy luôn đi, hủy hết, hủy hồ sơ, hủy hồ sơ này, hủy việc này, hủy cái này, muốn hủy, tôi muốn hủy, bỏ, bỏ đi, bỏ luôn, bỏ luôn đi, bỏ hết, xóa, xóa đi,
  xóa luôn, xóa hết, không làm nữa, không cần nữa, không muốn làm nữa, thôi hủy, thôi hủy đi, hủy giùm tôi, ừ hủy, ừ hủy đi, đúng rồi hủy đi, có hủy
`)
export const KEEPING = listed(`
  đừng hủy, đừng hủy nha, không hủy, không hủy nữa, khỏi hủy, thôi khỏi hủy, khoan, khoan đã, khoan hủy, chưa hủy, từ từ, làm tiếp, làm tiếp đi, tiếp tục, tiếp, tiếp đi, để lại, để đó,
  để vậy, giữ lại, giữ, cứ giữ, đừng bỏ, không bỏ, đừng xóa, không xóa, bấm nhầm, bấm lộn, lộn, nhầm, nhầm rồi, lộn rồi, thôi làm tiếp, thôi để làm tiếp
`)
export const REMEMBERING = listed(`
  nhớ, nhớ đi, nhớ luôn, nhớ giúp, nhớ dùm, nhớ giùm, nhớ giùm tôi, lưu, lưu đi, lưu lại, lưu lại đi, lưu luôn, cứ lưu, cứ nhớ, ghi nhớ, ghi nhớ đi, giữ lại, nên nhớ, ừ nhớ đi
`)
export const FORGETTING = listed(`
  đừng nhớ, không nhớ, không cần nhớ, khỏi nhớ, khỏi lưu, đừng lưu, không lưu, không cần lưu, khỏi, không cần, thôi khỏi, xóa đi, xóa hết, bỏ đi, thôi
`)
/** Without a mere nod, which may be meant for what was said before the question. */
export const SHOWING = listed(`
  có, có chứ, cho, cho đi, cho luôn, cho phép, cho phép đi, cho xem, cho xem đi, đồng ý, đồng ý cho xem, cứ xem, cứ xem đi, xem đi, được xem, tôi cho phép, tôi đồng ý
`)
export const HIDING = listed(`
  không cho, không cho phép, không cho xem, không đồng ý, đừng cho xem, đừng, đừng xem, khỏi, khỏi xem, thôi, thôi khỏi, không cần, không thích, xóa đi, bỏ đi
`)

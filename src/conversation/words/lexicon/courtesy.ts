import { listed } from '../../../kernel/text.ts'

/**
 * What a sentence is dressed in and says nothing by. Source: Hoàng Phê (ed.), Từ điển tiếng Việt, under "trợ từ" and "cảm từ",
 * and the southern forms that this channel was sent.
 */

/** Words by which a citizen is spoken to or speaks to whoever answers. */
export const ADDRESSES = listed(
  'em, anh, chị, cô, chú, bác, ad, admin, shop, bạn, cưng, bé, anh chị, cán bộ, cô chú, sếp',
)

/** The same of the family: they count as an address only after a particle, for "cho con" says for whom. */
export const FAMILY_ADDRESSES = listed('con, cháu, ông, bà, má, mẹ, ba, tía, dì, cậu, mợ, thím, dượng')

/** Who speaks: "tui đồng ý", "vợ chồng tui chịu". */
export const SELF = listed(`
  tôi, mình, em, con, cháu, tao, tụi tôi, tụi mình, tụi em, chúng tôi, chúng mình, bên em, bên tôi, nhà em, nhà tôi, bên mình,
  gia đình tôi, gia đình em, vợ chồng tôi, vợ chồng em, bà con tôi, bà con
`)

/** At the head of a sentence: "dạ thưa …", "à …". */
export const OPENINGS = listed(`
  dạ, dạ thưa, thưa, dạ vâng, dạ dạ, à, á, ờ thì, ừ thì, thì, ủa, ơ, úi, ồ, vậy, vậy thì, thế, rồi vậy, em ơi, anh ơi, chị ơi,
  cô ơi, chú ơi, bác ơi, ad ơi, cán bộ ơi, bạn ơi, cưng ơi, con ơi, cháu ơi, nè, xin lỗi, trời, trời đất, trời ơi, trời đất ơi, chèn ơi, mèn ơi
`)

/** At the end of one: "… nghen em", "… dùm tui nha". */
export const PARTICLES = listed(`
  ạ, a, á, à, nha, nhá, nhé, nhe, nghe, nghen, nhen, hen, hén, hé, đó, đấy, ấy, nè, này, vậy, vậy đó, vậy á, đi, luôn, chớ, chứ, mà, lận,
  với, dùm, giùm, giúp, dùm cái, giùm cái, dùm đi, dùm tôi, giùm tôi, giúp tôi, dùm em, giùm em, giúp em, dùm mình, giùm mình,
  giúp mình, cái, cái đi, cho tôi, cho em, cho mình, ơi, cảm ơn, cám ơn, cảm ơn nhiều, xin cảm ơn, hì, hihi, haha, hehe, kkk, kk
`)

/** "Coi kỹ hết rồi", "dò lại rồi": what is said after it counts. */
const LOOKED_OVER = listed('xem, coi, đọc, dò, rà, ngó, kiểm tra').flatMap((verb) =>
  listed(
    'rồi, lại rồi, kỹ rồi, hết rồi, xong rồi, đủ rồi, qua rồi, kỹ lại rồi, lại kỹ rồi, lại hết rồi, kỹ hết rồi, lại xong rồi, kỹ càng rồi, hết trơn rồi, lại đủ rồi',
  ).map((how) => `${verb} ${how}`),
)

/** Within a short answer they change nothing: "đúng hết rồi", "cũng được", "ok luôn". */
export const FILLERS = [
  ...LOOKED_OVER,
  ...listed(`
  rồi, hết, luôn, thì, là, cũng, cứ, thôi, hoàn toàn, chắc chắn, tất cả, mọi thứ, hết trơn, hết trọi, hết ráo, hết á, nguyên, quá, lắm,
  tất, cả, mấy cái đó, cái đó, cái này, cái nào cũng, như vậy, như trên, ở trên, thông tin, các mục, mấy mục, nội dung, những điều trên,
  điều này, việc này, thấy, liền, ngay, lẹ, giờ,
  bây giờ, nữa, đâu
`),
]

import { listed } from '../../../kernel/text.ts'

/**
 * Two words that are one, of which each alone may name a choice: "nam" of Việt Nam is nobody's sex. Without marks; from the
 * names of the country, its regions and its provinces, and Hoàng Phê (ed.), Từ điển tiếng Việt.
 */
export const ALWAYS_ONE: ReadonlySet<string> = new Set(
  listed(`
    viet nam, mien nam, phia nam, huong nam, dong nam, tay nam, nam bo, nam ky, nam can, nam dinh, nam du, nam trung, quang nam, ha nam, nam phuong, hai nam, an nam, vung nam,
    kinh doanh, kinh te, kinh phi, kinh nghiem, nu cong, cho ray, cho gao, cho moi, cho lach, con dao, ba ria, ba den, bac lieu, bac giang, bac ninh, bac kan, hoc mon
  `),
)

/** Without its mark "chợ" is "cho", which says for whom or lets somebody do something. */
export const ONE_UNMARKED: ReadonlySet<string> = new Set(
  listed(`
    cho toi, cho tui, cho em, cho con, cho chau, cho minh, cho ba, cho ma, cho me, cho cha, cho vo, cho chong, cho be, cho anh, cho chi, cho ong, cho nguoi, cho nha, cho ho,
    cho xin, cho hoi, cho phep, cho biet, cho nen, cho kip, cho xong, cho le, cho nhanh, cho chac, cho no, cho hai, cho ca
  `),
)

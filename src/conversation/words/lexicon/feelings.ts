import { listed } from '../../../kernel/text.ts'

/**
 * What people feel, by what is answered to it, in the words they use here. Source: messages to channels of this kind
 * (domain §9.7), Hoàng Phê (ed.), Từ điển tiếng Việt. Judged with their marks where a message has any.
 */
export const FEELINGS = {
  unskilled: listed(`
    không rành, hông rành, hổng rành, hỏng rành, ko rành, hong rành, chưa rành, không biết xài, hông biết xài, hổng biết xài, ko biết xài, không biết bấm, hông biết bấm, hổng biết bấm, ko biết bấm, không biết chữ, hông biết chữ, hổng biết chữ, ko biết chữ, mù chữ, mù tịt, mắt mờ, mắt kém,
    mờ mắt, run tay, tay run, lớn tuổi rồi, già rồi, già cả, không thấy chữ, hông thấy chữ, hổng thấy chữ, ko thấy chữ, bấm chậm, đánh chậm, gõ chậm, nhắn chậm, bấm không được, đánh không được, đánh hổng được, bấm hổng được, dốt chữ, tối dạ
  `),
  hurry: listed(`
    lẹ giùm, lẹ dùm, lẹ giúp, nhanh giùm, nhanh dùm, nhanh giúp, lẹ lên, nhanh lên, mau lên, lẹ đi, nhanh đi, mau đi, lẹ chút, nhanh chút, lẹ lẹ, mau mau, gấp lắm, gấp quá, đang gấp, bận lắm, bận quá, đang bận, không có thời gian, hông có thời gian,
    hỏi lẹ, hỏi nhanh
  `),
  sorry: listed('xin lỗi, thứ lỗi, thông cảm'),
  anger: listed(`
    hỏi tới hỏi lui, đòi hỏi, chịu hết nổi, hết chịu nổi, chịu không nổi, chịu hổng nổi, hết nổi, bực, bực mình, bực bội, bức xúc, bất bình, uất ức, phẫn nộ, tức, tức mình, ức, giận, cáu, ghét, chán, chán phèo, chán ngán, ngán, tệ, tệ hại, dở, dở ẹc, dở òm, hách dịch, quan liêu, cửa quyền, lâu lắc, lâu, chậm, chậm chạp,
    rề rà, rườm rà, phiền, phiền phức, rắc rối, nhiêu khê, lằng nhằng, lôi thôi, bó tay, hết nói nổi, hành dân, hỏi kỹ, hỏi dai, hỏi hoài, hỏi gì mà, nói nhiều, nhiều chuyện, vô lý, kỳ cục,
    kỳ khôi, khó chịu, khó ưa, coi thường, làm khó, mất công, vô trách nhiệm, thất vọng, chửi, kỳ vậy, kỳ quá, kỳ dị, ngó ngàng, giỡn mặt, đừng giỡn
  `),
  thanks: listed('cảm ơn, cám ơn, biết ơn, đội ơn, mang ơn, nhớ ơn, tks, thanks, thank, thank you'),
  joy: listed(
    'yên tâm, an tâm, nhẹ gánh, mừng, vui, vui mừng, hạnh phúc, hên, may, may quá, hú hồn, nhẹ người, nhẹ lòng, sướng, phấn khởi, phấn chấn',
  ),
  praise: listed(`
    giỏi, dễ thương, tốt, tốt bụng, nhiệt tình, tận tình, chu đáo, tiện, tiện lợi, hữu ích, tuyệt, tuyệt vời, xịn, đỉnh, lẹ, nhanh, nhanh gọn, hay quá, hay ghê, hay lắm, hay thiệt, hay dữ, hay hen, hay ta, quá đã, đã quá, xuất sắc, thông minh, khéo, hài lòng,
    thích, hoan hô, tuyên dương, hết sẩy, số một, chuẩn
  `),
  tired: listed(
    'căng, căng thẳng, mệt, mệt mỏi, mỏi, mỏi tay, mỏi mắt, điên đầu, điên cái đầu, rối, lú, lú lẫn, nhức đầu, đau đầu, nản, oải, đuối, khó, phức tạp, chóng mặt, ngộp, hoa mắt, rối rắm, khó hiểu, chịu thua, ghi hoài, gõ hoài, nhập hoài, bấm hoài, làm hoài, hổng được, không được',
  ),
  grief: listed(`
    buồn, khổ, khổ sở, cực, cực khổ, tội, tội nghiệp, rầu, lo, lo lắng, sợ, run, hồi hộp, tủi, tủi thân, khóc, đau lòng, mắc cỡ, ngại, cô đơn, đơn chiếc, thương, xót, nghèo, hụt hẫng, đau xót
  `),
  sigh: listed(
    'haiz, haz, hic, huhu, trời ơi, trời đất, trời đất ơi, chèn ơi, mèn ơi, chết cha, thôi kệ, kệ, hết hồn, ủa',
  ),
  joke: listed('đùa, đùa thôi, giỡn, giỡn chơi, nói chơi, nói giỡn, chọc, haha, hihi, hehe, kaka, hì hì, lol'),
  wish: listed('chúc, chúc mừng, ngủ ngon, ngon giấc, bye, bai bai, tạm biệt, hẹn gặp lại, chào nghen, chào nha'),
} as const

/** How strongly. */
export const STRONGLY_FELT = listed(
  'quá, lắm, ghê, dữ, thiệt, hết sức, quá trời, quá xá, luôn, muốn xỉu, muốn khóc, thúi ruột, thấy mẹ, thấy ghê, hết biết, hoài, hết trơn, dữ thần, dễ sợ, như rùa, cả người, cả đầu, muốn chết',
)

/** What stands beside a feeling and tells nothing else: who feels it, of whom, and the little words. */
export const BESIDE_FEELINGS = listed(`
  tôi, tui, em, con, mình, cháu, nó, má, mẹ, ba, tía, cha, vợ, chồng, ông, bà, bả, ổng, anh, chị, cô, chú, bác, dì, cậu, người, ta, nhà, máy, bạn, cán bộ, mấy, đứa, tụi, các, mọi, đồ, hồi, nào, gia đình, bà con,
  già, yếu, bệnh, cả, trẻ, nhỏ, thân, này, đó, kia, vậy, dị, thế, thì, là, mà, có, không, biết, hỏi, ai, làm, nói, nghe, nữa, nè, nha, nhé, nghen, hen, ạ, à, á, ơi, dạ, ừ, ờ, ok, thôi, chứ, vừa, đúng, rồi, được, đi, với,
  cho, của, cũng, còn, mới, sẽ, đã, đang, hết, luôn, nhiều, ít, thiệt, thật, tình, quá, trời, xá, lắm, ghê, dữ, sức, biết bao, bao, sao, gì, chi, đâu, giúp, giùm, dùm, việc, chuyện, câu, giấy tờ, lần, ngày, bữa, hôm nay, bữa nay, nay,
  sống, nhắc, ăn, nổi, lỡ, thằng, tay, mắt, cái, móc, xài, app, zalo, điện, thoại, đầu, vẫn, cả, lên, xuống, tới, lui, sợ, lâu, chậm, dẻo, bấm, đánh, gõ, nhắn, chữ, tuổi, lớn, mà, đời, nãy, giờ, hơi, thấy, và, nên, vì, tại, do, lại, một, mình ên, vậy, thần, nơi, cả, ở, như, sai, kịp, nhanh, lẹ, chu, xin, phục vụ, em út, shop, tổng đài, kênh, trang, bít, bik, lun, hẹn, gặp, lại, giỡn, mặt, đừng, ad, hì, hihi, haha, hehe
`)

/** Beside a feeling, and still nothing is told of what it is about. */
export const ONLY_FELT = listed(
  'tôi, tui, em, con, mình, cháu, dân, dạ, trời, ơi, ghê, thiệt, thật, quá, lắm, dữ, luôn, á, à, ạ, nha, nè, hết, sức, rồi, nữa, cũng, thôi, mà, vậy, hả, chứ, ta, là, hơi, rất, đang, không, chịu, nổi, biết, hỏi, kể, nói, sao, đó, hết, người, mình, cái',
)

import { composed } from '../../kernel/text.ts'
import { feltIn, type Feeling } from './felt.ts'
import { exactly, loosely } from './loosely.ts'

/** Judged with its marks and anywhere: "ngủ", "lớn", "điện" are no insults. */
const INSULT = exactly(
  'ngu(?! (?:lai|nho|qua dem|dem|trua|o|duoc))|óc chó|đồ điên|khùng|vô dụng|ăn hại|bố láo|mất dạy|khốn nạn|chó chết|dốt|tào lao|xàm|vớ vẩn|nhảm nhí|đm|dm|đmm|dmm|vcl|đéo|địt|cút đi',
  'do (?:ngu|vo dung|khung|dien)|ngu (?:qua|vay|nhu)|vo dung',
)
const SORRY =
  'Xin lỗi đã làm ông/bà bực mình, mong ông/bà thông cảm. Tôi hỏi từng câu ngắn thôi; muốn người giúp thì nhắn “gặp người”.'

const LISTEN = 'Tôi nghe ông/bà. Ta làm từng câu một, có gì chưa rõ cứ hỏi; cần người giúp thì nhắn “gặp người”.'
const ANSWERS: Readonly<Record<Feeling, string>> = {
  unskilled:
    'Ông/bà cứ thong thả, tôi chờ được. Nhắn ngắn, không dấu, sai chút cũng không sao; bấm lộn thì nhắn “quay lại”. Có thể nhờ con cháu nhắn giúp, nhắn “gặp người”, hoặc gọi tổng đài 1800 1096 (miễn phí).',
  hurry:
    'Dạ, tôi hỏi ngắn thôi. Ông/bà trả lời một lúc nhiều ý cũng được; bận thì nhắn “để sau”, các câu đã trả lời vẫn được giữ.',
  anger:
    'Xin lỗi đã làm ông/bà bực mình, mong ông/bà thông cảm. Nếu việc của ông/bà bị chậm hay bị làm khó, nhắn “phản ánh” để cơ quan xem xét, “tra cứu” để xem hồ sơ tới đâu, hoặc “gặp người” để gặp cán bộ.',
  tired:
    'Ông/bà cứ thong thả, các câu đã trả lời vẫn được giữ; nghỉ chút rồi nhắn “làm tiếp” lúc nào cũng được. Chưa rõ câu này thì nhắn “trợ giúp” để xem ví dụ, hoặc “gặp người” để cán bộ giúp.',
  grief: LISTEN,
  sigh: LISTEN,
  thanks: 'Dạ, không có chi. Khi cần, ông/bà cứ nhắn tôi.',
  praise: 'Dạ, cảm ơn ông/bà. Tôi là máy trả lời tự động nên chỉ giúp được việc giấy tờ; ông/bà cần gì cứ nói nhé.',
  joy: 'Dạ, mừng cho ông/bà. Khi cần, ông/bà cứ nhắn tôi.',
  joke: 'Dạ. Lúc nào sẵn sàng, ông/bà trả lời giúp; chỗ nào chưa rõ cứ hỏi.',
  sorry: 'Dạ, không sao hết, ông/bà cứ thong thả. Chỗ nào khó thì hỏi, hoặc nhắn “gặp người” để cán bộ giúp.',
  wish: 'Dạ, cảm ơn ông/bà, chúc ông/bà nhiều sức khỏe. Lúc nào cần, ông/bà cứ nhắn tôi.',
}

/** Feelings that are said aloud, and a short human word to each. Judged in this order; marks may be missing, not different. */
const FELT: readonly (readonly [readonly RegExp[], string])[] = [
  [
    [
      loosely(
        '(?:bực|tức|ức|cáu|giận|nổi khùng|phát điên|điên|ghét|chán)(?: (?:mình|quá|lắm|thiệt|ghê|vậy|rồi|chết|dễ sợ|hết sức|không chịu được))+|(?:thiệt|thật)(?: tình| là)? (?:bực|tức|chán|tệ|dở|khó chịu)(?: .{0,12})?|khó chịu (?:quá|ghê|thiệt)',
        '(?:phiền|rườm rà|rắc rối|lằng nhằng|lôi thôi|nhiêu khê|mất thời gian|mất công|hành (?:dân|nhau|là chính))(?: .{0,16})?|(?:hỏi|khai|bắt)(?: .{0,10})? (?:hoài|miết|mãi|nhiều|lắm|dữ)(?: (?:vậy|quá|dữ|trời|thế|ta))*|(?:hỏi|khai|giấy tờ|thủ tục|làm ăn|làm việc|làm)(?: \\p{L}+)? (?:gì|chi) mà(?: .{0,40})?|làm (?:khó|khổ)(?: (?:dân|tôi|tui|nhau|người ta))+|làm ăn (?:kiểu gì|gì kỳ|tệ|như|vậy đó|thấy ghê)',
        '(?:chờ|đợi)(?: (?:hoài|miết|mãi|cả|hết|lâu|gần|hơn|dài cổ|mòn|mấy))+(?: .{0,20})?|(?:mấy|cả|gần|hơn) (?:tháng|tuần)(?: (?:nay|rồi|trời))* (?:chưa|không|ko|hông)(?: .{0,12})?|(?:tệ|dở|chậm)(?: .{0,4})? (?:quá|ghê|thiệt|hết sức|như rùa)',
        '(?:tôi |tui |em |dân )?(?:sẽ |phải )?(?:kiện|thưa|tố cáo|khiếu nại)(?: (?:mấy người|mấy ông|tụi|các người|cái|lên|ra|bên này|tới cùng|cho .{0,8}))+(?: .{0,20})?',
      ),
    ],
    ANSWERS.anger,
  ],
  [
    [
      loosely(
        '(?:rối|lú|mệt|nhức đầu|đau đầu|quýnh|loạn|ngộp|hoa mắt|rầu|đuối|oải)(?: (?:quá|ghê|rồi|luôn|hết|trời|thiệt|lắm|cả|đầu|óc|người|mắt|muốn xỉu|nè))+(?: .{0,24})?|(?:mệt|rối|khó|phức tạp)(?: .{0,6})? (?:quá|ghê|thiệt|dữ)(?: .{0,24})?',
        '(?:khó|phức tạp|nhiều quá|khó hiểu|khó ghi|khó quá)(?: (?:quá|ghê|vậy|thiệt|dữ|trời|thế))*$',
      ),
    ],
    ANSWERS.tired,
  ],
  [
    [
      loosely(
        '(?:tôi |tui |em |con )?(?:lo|sợ|run|hồi hộp|buồn|khổ|tủi|khóc|cực)(?: (?:quá|lắm|ghê|thiệt|hoài|trời|tâm))+(?: .{0,24})?|khổ (?:lắm|quá)|(?:hoàn cảnh|nhà) (?:khó khăn|nghèo|khổ)(?: (?:quá|lắm))*$',
      ),
    ],
    LISTEN,
  ],
  [
    [
      loosely(
        '(?:dạ |ok |oke |vâng |rồi |thôi |vậy |được rồi )*(?:tôi |tui |em |con |cháu |mình |bà con |chú |bác |cô |gia đình )?(?:xin )?(?:cảm ơn|cám ơn|cảm ơn|biết ơn|thanks|thank|tks|thank you|đội ơn)(?: .{0,40})?',
      ),
    ],
    ANSWERS.thanks,
  ],
  [
    [
      loosely(
        '(?:tốt|giỏi|hay|tiện|nhanh|lẹ|dễ|dễ thương|tuyệt|tuyệt vời|nhiệt tình|hữu ích|xịn|ngon|khỏe)(?: (?:quá|ghê|vậy|lắm|thiệt|hen|hén|ta|luôn|dữ))+(?: .{0,16})?|(?:em|bạn|máy)(?: .{0,4})? (?:giỏi|dễ thương|tốt|hay|nhiệt tình|thông minh)(?: .{0,10})?',
        '(?:ăn cơm|ăn gì|khỏe không|ngủ|có người yêu|mấy tuổi|bao nhiêu tuổi|nhà ở đâu|có vợ|có chồng)(?: .{0,10})? (?:chưa|không|ko|hông|hả|rồi)|em (?:ăn cơm|khỏe|mấy tuổi|tên gì|ngủ)(?: .{0,12})?',
        '(?:ha|hi|he|hì|hả|kk|haha|hihi|hehe|lol|=\\)+)+(?: .{0,6})?$',
      ),
    ],
    ANSWERS.praise,
  ],
  [
    [
      loosely(
        '(?:alo|a lô|ê|ad|admin|shop|em|bạn|cán bộ|chị|anh|hello|hi)(?: (?:ơi|alo|à|a))*(?: (?:có ai|ai|có)(?: (?:ở|đó|đây|trực|rảnh|nghe|trả lời))*(?: (?:không|ko|hông|hong|k|hk))*)?$|(?:có ai|ai)(?: (?:ở|đó|đây|trực|rảnh|nghe|trong|này))* (?:không|ko|hông|hong|k|hk)$',
      ),
    ],
    'Dạ, tôi đây. Tôi là máy trả lời tự động, ông/bà cần việc gì cứ nói.',
  ],
  [
    [
      loosely(
        '(?:mưa|nắng|nóng|trời|thời tiết|bão|nước lớn|ngập)(?: (?:quá|to|lớn|dữ|ghê|nực|hôm nay|ngoài này|mấy bữa nay))+',
      ),
    ],
    'Dạ, ông/bà giữ sức khỏe.',
  ],
]

/** Whoever is in a hurry, or not used to this, needs more than pity, and praises nobody. */
const FOREMOST: ReadonlySet<Feeling> = new Set(['unskilled', 'hurry'])

/** "Chúc cả nhà cuối tuần vui vẻ": whatever is wished. */
const WISHING =
  /^(?:(?:dạ|xin|em|con|tui|tôi|thôi|cảm ơn|và|kính)[\s,]+)*chúc (?!tết)[^?\d]{2,60}(?:vui|khỏe|tốt|lành|an|vượng|phúc|ngon|công|may|mới)(?![\p{L}])/iu

const OPENING = FELT.map(
  ([patterns, answer]) => [new RegExp(`^(?:${patterns.map(({ source }) => source).join('|')})`, 'iu'), answer] as const,
)
const MOST = 120

const clausesOf = (text: string): string[] =>
  text.split(/[,.!;\n]+|\p{Extended_Pictographic}+/u).filter((it) => it.trim().includes(' '))

/** What is felt, in a message that says little else; undefined where something else is said. */
export function feelingIn(text: string): string | undefined {
  if (text.length > MOST) return undefined
  if (WISHING.test(composed(text))) return ANSWERS.wish
  const foremost = feltIn(text)
  if (foremost !== undefined && FOREMOST.has(foremost)) return ANSWERS[foremost]
  const said = composed(text)
    .toLowerCase()
    .replace(/[.,!?;:"“”()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const opened = said.replace(
    /^(?:(?:dạ|trời|trời ơi|ôi|ôi trời|á|mèn|hời|ủa|mà|sao|thôi|haiz|hic|hu|huhu|ơi|má ơi|ui|(?:h[aiehì]+){2,}|k{2,})\s+)+/u,
    '',
  )
  if (said.search(INSULT) >= 0) return SORRY
  const known = OPENING.find(([pattern]) => pattern.test(opened))?.[1]
  // A story may end in what is felt about it.
  const felt =
    known === undefined
      ? (feltIn(text) ??
        clausesOf(text)
          .map(feltIn)
          .find((it) => it !== undefined))
      : undefined
  return felt === undefined ? known : ANSWERS[felt]
}

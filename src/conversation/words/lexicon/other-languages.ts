/**
 * What matters are called in the languages in which people write to this channel beside Vietnamese, and the Vietnamese words
 * for the same; looked for in this order, in small letters. Source: names of the procedures on the National Public Service
 * Portal (English), and of the same acts in Chinese and Khmer civil registers.
 */
export const CALLED_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:birth|born|newborn|baby|new baby)\b.*\b(?:copy|copies|extract|lost|again|duplicate)\b/, 'trích lục khai sinh'],
  [/\b(?:copy|copies|extract|lost|duplicate)\b.*\b(?:birth|marriage|death)\b|\bextract\b/, 'trích lục hộ tịch'],
  [/\b(?:single|unmarried|marital)\b|\bnot married\b|\bnever (?:been )?married\b/, 'xác nhận tình trạng hôn nhân'],
  [/\bbirth\b|\bnewborn\b|\bbaby\b|\bborn\b/, 'đăng ký khai sinh'],
  [/\b(?:marry|married|marriage|wedding)\b/, 'đăng ký kết hôn'],
  [/\b(?:death|died|dead|deceased|passed away)\b/, 'đăng ký khai tử'],
  [/\b(?:extend|extension|renew|renewal|prolong)\b.*\b(?:stay|temporary|residence)\b/, 'gia hạn tạm trú'],
  [/\b(?:extend|extension|renew|renewal|prolong)\b.*\b(?:travel|pass|permit|road)\b/, 'gia hạn giấy đi đường'],
  [/\b(?:remove|delete|cancel|erase|deregister)\b.*\b(?:permanent|residence|household)\b/, 'xóa đăng ký thường trú'],
  [/\bpermanent\b|\bhousehold regist/, 'đăng ký thường trú'],
  [/\btemporary\b|\brent(?:ing|ed|al)?\b|\btenant\b|\bresidence\b|\bboarding house\b/, 'đăng ký tạm trú'],
  [/\bmarket (?:pass|card|permit|ticket)\b|\bgo(?:ing)? to (?:the )?market\b/, 'thẻ đi chợ'],
  [/\b(?:travel|road|checkpoint)\b.*\b(?:pass|permit|paper|document)s?\b|\bcheckpoint\b/, 'giấy đi đường'],
  [/\b(?:build|building|construct|construction)\b/, 'giấy phép xây dựng'],
  [/\b(?:business|shop|store|restaurant|cafe|coffee shop)\b/, 'đăng ký thành lập hộ kinh doanh'],
  [/\bpension\b|\bold[- ]age\b|\belderly\b|\bsocial allowance\b/, 'trợ cấp hưu trí xã hội'],
  [/\b(?:certif(?:y|ied)|notari[sz]e|notary|authenticate)\b|\bcertified cop|\btrue copy\b/, 'chứng thực bản sao'],
  [/\b(?:appointment|book(?:ing)? a (?:time|slot)|schedule)\b/, 'đặt lịch hẹn'],
  [/\b(?:withdraw)\b/, 'rút hồ sơ'],
  [/\b(?:status|track|check)\b.*\b(?:application|file|dossier|case|paper)\b/, 'tra cứu hồ sơ'],
  [/\b(?:complain|complaint|report|pothole|garbage|rubbish|noise|street ?light)\b/, 'phản ánh, kiến nghị'],
  [/\b(?:rate|rating|feedback|review)\b/, 'đánh giá phục vụ'],
  [/\bmy (?:personal )?data\b|\bpersonal data\b/, 'dữ liệu của tôi'],
  [/\b(?:passport|visa)\b/, 'hộ chiếu'],
  [/\b(?:id|identity|citizen) card\b/, 'thẻ căn cước'],
  [/\bdriv(?:ing|er|ers|er's) licen[cs]e\b/, 'giấy phép lái xe'],
  [/\bhealth insurance\b/, 'thẻ bảo hiểm y tế'],
  [/\bcriminal record\b|\bpolice (?:check|clearance)\b/, 'phiếu lý lịch tư pháp'],
  [/\bland\b/, 'giấy tờ đất đai, sổ đỏ'],
  [/\b(?:talk|speak)\b.*\b(?:officer|official|staff)\b|\bask an? (?:officer|official)\b/, 'hỏi cán bộ'],
  [/出生|新生儿|新生兒/u, 'đăng ký khai sinh'],
  [/单身|單身|未婚/u, 'xác nhận tình trạng hôn nhân'],
  [/结婚|結婚/u, 'đăng ký kết hôn'],
  [/死亡|去世/u, 'đăng ký khai tử'],
  [/暂住|暫住|临时居|臨時居|租房|租屋/u, 'đăng ký tạm trú'],
  [/营业|營業|开店|開店|个体/u, 'đăng ký thành lập hộ kinh doanh'],
  [/កំណើត/u, 'đăng ký khai sinh'],
  [/អាពាហ៍ពិពាហ៍|រៀបការ/u, 'đăng ký kết hôn'],
  [/មរណ/u, 'đăng ký khai tử'],
  [/ស្នាក់នៅ/u, 'đăng ký tạm trú'],
  [/출생/u, 'đăng ký khai sinh'],
  [/혼인|결혼/u, 'đăng ký kết hôn'],
  [/거주/u, 'đăng ký tạm trú'],
]

/** English words that Vietnamese has none like, or that with such a word make a sentence English. */
export const ENGLISH_WORDS = `
  i you my we want need how what where when can could please the is are do to for a an of english speak help
  apply get certificate documents understand know don not t this that who which name write in on with here there tell me talk someone somebody
  permit birth marriage residence passport license office foreigner tourist and or but your our they he she it be was were will would should
  does did has have had from at by if about any much many long more all some paper papers form cost fee hello hi thanks thank
`

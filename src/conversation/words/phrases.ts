import type { CardRefusal, FileRefusal } from './events.ts'

/** Sentences of the engine itself. What belongs to one procedure stands in its flow file. */
export const phrases = {
  chooseOne: 'Ông/bà bấm một nút bên dưới, hoặc nhắn số thứ tự. Ví dụ: 1.',
  notInHours: 'Giờ này cơ quan không tiếp, hoặc đang nghỉ trưa. Ông/bà chọn một khung giờ bên dưới. Ví dụ: 8h.',
  whichOfThese: (labels: readonly string[]) =>
    `Tôi hiểu là ${labels.map((label) => `“${label}”`).join(' hoặc ')}. Ý ông/bà là mục nào?`,
  isItThis: (label: string) => `Có phải ý ông/bà là “${label}” không?`,
  isItOther: (label: string) => `Việc này không có trong các mục, vậy tôi ghi “${label}” nhé?`,
  whichSlot: (label: string) => `Vậy tôi ghi “${label}” nhé?`,
  notSure: 'Chưa chắc thì ông/bà nhắn “trợ giúp”, hoặc “gặp người” để hỏi cán bộ. Biết rồi thì bấm một nút bên dưới.',
  mayDecline:
    'Ông/bà không đồng ý cũng không sao: tôi không nhận thông tin nào, và ông/bà đến Trung tâm Phục vụ hành chính công để làm trực tiếp. Đồng ý rồi vẫn rút lại được.',
  wholeOrNone:
    'Tôi chưa ghi lời đồng ý có điều kiện. Thông tin chỉ dùng cho việc này, chỉ cán bộ giải quyết được xem, không đưa cho ai khác; đổi ý thì rút lại được. Ông/bà có đồng ý như vậy không?',
  agreeYourself:
    'Ông/bà làm giùm thì chính ông/bà cũng đồng ý giúp tôi; làm cho ai thì lát nữa ông/bà ghi tên người đó.',
  /** An ok is not enough for a picture of the card. */
  agreeByName: 'Ảnh thẻ là dữ liệu nhạy cảm, nên ông/bà nhắn rõ “đồng ý” rồi hãy gửi ảnh; hoặc nhắn “tự nhập”.',
  notAllAnswered:
    'Chưa gửi được, vì còn câu chưa trả lời. Ông/bà trả lời giúp, hết câu hỏi tôi cho xem lại một lượt rồi gửi.',
  notSentYet:
    'Vâng, tôi chưa gửi gì đi, các câu đã trả lời được giữ lại. Khi sẵn sàng ông/bà nhắn “gửi”; muốn sửa thì nhắn số của mục, không làm nữa thì nhắn “hủy”.',
  thinkItOver: 'Ông/bà cứ thong thả. Việc này tôi giữ nguyên, lúc nào sẵn sàng thì ông/bà trả lời tiếp.',
  moreChoices: 'Hoặc chọn:',
  oldButton: 'Nút này thuộc câu hỏi khác nên không có gì thay đổi. Ông/bà trả lời giúp câu đang hỏi.',
  deadButton: 'Nút này thuộc việc đã xong hoặc đã bỏ, ông/bà không cần bấm lại.',
  tappedAgain: 'Nút đó không còn dùng được nữa. Ông/bà xem tin mới nhất, hoặc nhắn “menu”.',
  stillHere: 'Câu hỏi đang chờ ông/bà trả lời:',
  heard: (list: readonly string[]) =>
    list.length === 1
      ? `Ông/bà đã nói: ${list[0] ?? ''}\nCó đúng không?`
      : `Ông/bà đã nói:\n${list.map((it) => `• ${it}`).join('\n')}\nĐúng hết thì bấm “Đúng”. Có mục sai thì ghi lại câu này.`,
  heardTwo: 'Điều ông/bà đã nói có thể hiểu hai cách. Ông/bà chọn giúp:',
  alsoHeard: (lines: readonly string[]) =>
    lines.length === 1
      ? `Tôi ghi thêm: ${lines[0] ?? ''}. Lát nữa tôi hỏi lại cho chắc.`
      : `Tôi ghi thêm:\n${lines.map((it) => `• ${it}`).join('\n')}\nLát nữa tôi hỏi lại cho chắc.`,
  earlierAnswer: 'Trước đây ông/bà trả lời',
  written: (told: string) => `Tôi đã ghi: ${told}.`,
  /** `told`: labels of what was answered, `missing`: of what was asked with it and was not. */
  stillMissing: (told: string, missing: string, example: string) =>
    `${told === '' ? '' : `Tôi đã ghi: ${told}. `}Còn thiếu: ${missing}.${example === '' ? '' : `\nVí dụ: ${example}.`}`,
  proposal: (because: string, shown: string) => `${because}\n\n“${shown}”\n\nCó đúng ý ông/bà không?`,
  iRead: 'Tôi hiểu là:',
  stillMeant: (shown: string) => `Còn “${shown}” có đúng ý ông/bà không?`,
  answerAgain: 'Ông/bà trả lời lại giúp câu này.',
  noWhy:
    'Câu này có trong tờ khai, vì cán bộ cần để giải quyết đúng việc của ông/bà. Câu trả lời chỉ dùng cho việc này.',
  maySkip: 'Không có hoặc không nhớ thì ông/bà nhắn “bỏ qua”.',
  askAPerson: 'Vẫn chưa rõ thì nhắn “hỏi cán bộ” để cán bộ trả lời.',
  takeYourTime:
    'Vâng, tôi chưa gửi gì cả, ông/bà cứ thong thả. Các câu đã trả lời vẫn được giữ. Muốn sửa câu nào thì nói tên câu đó; muốn bỏ thì nhắn “hủy”.',
  replyLater:
    'Vâng, khi nào có thì ông/bà cứ gửi vào đây, tôi chưa ghi gì. Trong lúc chờ, thời hạn giải quyết tạm dừng; ông/bà gửi sớm thì việc xong sớm.',
  comeAgain: 'Vâng. Khi nào cần, ông/bà cứ nhắn tôi.',
  isThisTheAnswer:
    'Tôi chưa rõ đây là câu trả lời, hay ông/bà muốn dừng (muốn dừng thì nhắn “hủy” hoặc “menu”). Tôi ghi câu trả lời là:',
  isThisFor: (label: string) => `Tôi chưa rõ câu này có phải để ghi vào mục “${label}” không. Nếu phải, tôi ghi:`,
  offerHelp: 'Nếu khó trả lời, ông/bà nhắn “trợ giúp”.',
  fallbackHelp: 'Ông/bà trả lời từng câu hỏi. Lúc nào cũng có thể nhắn: quay lại, hủy, menu.',
  fallbackContact: 'Ông/bà có thể đến Trung tâm Phục vụ hành chính công gần nhất để được giúp trực tiếp.',
  really: (name: string) => `Ông/bà muốn hủy việc “${name}”? Các câu đã trả lời sẽ bị xóa.`,
  cancelled: (name: string) => `Đã hủy “${name}”. Không có gì được gửi đi.`,
  nothingToCancel: 'Hiện không có việc nào đang làm dở để hủy.',
  goOn: 'Vâng, ta làm tiếp.',
  laidAside: (name: string) =>
    `Đã cất “${name}” đang làm dở, các câu đã trả lời vẫn được giữ. Lúc nào ông/bà nhắn “làm tiếp” là ta làm tiếp.`,
  draftWaiting: (name: string) => `Ông/bà có việc làm dở: ${name}.`,
  draftOrNew: (name: string) => `Ông/bà đã làm dở “${name}”. Ông/bà muốn làm tiếp hay làm mới?`,
  whichDraft: 'Ông/bà làm tiếp hồ sơ nào?',
  nothingToResume: 'Hiện không có việc nào làm dở.',
  firstQuestion: 'Đây là câu hỏi đầu tiên rồi.',
  welcomeBack: 'Chào ông/bà quay lại.',
  outdated: (name: string) =>
    `Thủ tục “${name}” vừa được thay đổi nên không làm tiếp chỗ cũ được. Các câu ông/bà đã trả lời vẫn được giữ. Ông/bà làm lại theo mẫu mới nhé?`,
  gone: 'Xin lỗi ông/bà, việc đang làm dở tạm ngừng vì cơ quan đang sửa thủ tục. Các câu đã trả lời được giữ lại; ông/bà quay lại sau giúp.',
  unavailable: 'Việc này hiện chưa làm được qua Zalo. Ông/bà chọn việc khác giúp.',
  hereItIs: 'Có phải ông/bà cần việc này?',
  receiving: 'Đang nhận tệp, ông/bà chờ giây lát…',
  stillReceiving:
    'Tôi đang nhận tệp của ông/bà, xong sẽ báo ngay. Chờ lâu quá thì ông/bà nhắn “bỏ tệp” rồi gửi lại hoặc đi tiếp.',
  droppedFiles: 'Tôi bỏ tệp chưa tới, những tệp đã nhận vẫn còn. Ông/bà gửi lại tệp đó, hoặc nhắn “xong”.',
  filedEnough:
    'Trong một ngày kênh này nhận nhiều nhất 20 hồ sơ của một người, và hôm nay đã đủ. Những gì ông/bà ghi vẫn còn: mai ông/bà bấm gửi lại giúp.',
  received: (count: number, max: number) =>
    count >= max
      ? `Đã nhận đủ ${count} tệp. Ông/bà bấm “Xong”.`
      : `Đã nhận ${count} tệp. Ông/bà gửi thêm, hoặc bấm “Xong”.`,
  keepFiles: (files: string) =>
    `Ông/bà đã gửi ${files}. Bấm “Xong” để giữ và đi tiếp, hoặc “Gửi lại từ đầu” để bỏ ${files} này.`,
  noted: 'Đã ghi lời ông/bà. Ông/bà gửi thêm ảnh, giấy tờ hoặc bấm “Xong”.',
  enoughFiles: (max: number) => `Câu này nhận nhiều nhất ${max} tệp, đã đủ rồi.`,
  notYet: 'Ông/bà chưa gửi gì. Ông/bà nhắn chữ hoặc gửi ảnh giúp.',
  nothingCame: 'Tôi chưa nhận được ảnh hay tệp nào ở câu này. Ông/bà gửi lại giúp; chưa có sẵn thì mai gửi cũng được.',
  onlyPointed:
    'Ở câu này tôi chỉ ghi được lời ông/bà nhắn, không đọc được trong ảnh hay trên giấy. Ông/bà ghi ra vài chữ giúp.',
  /** A photo came before its question. */
  keptForLater: (label: string) =>
    `Tôi đã giữ ảnh, tệp này cho mục “${label}”, lát nữa tới câu đó ông/bà khỏi gửi lại. Bây giờ ông/bà trả lời giúp câu đang hỏi.`,
  pointKept: (label: string) => `Tôi giữ vị trí này cho mục “${label}”. Bây giờ ông/bà trả lời giúp câu đang hỏi.`,
  cannotSkip: 'Câu này không bỏ qua được.',
  needsFile: 'Câu này cần ảnh hoặc tệp. Ông/bà bấm dấu + hoặc hình máy ảnh để gửi.',
  papersLater:
    'Giấy chưa có ở đây thì ông/bà bấm “Bỏ qua”, rồi nộp thêm sau hoặc mang theo khi đến; có ảnh thì gửi vào đây.',
  needsPhoto: 'Câu này cần ảnh chụp. Ông/bà gửi ảnh JPG hoặc PNG giúp.',
  needsDocument: 'Câu này cần tệp PDF. Ông/bà gửi tệp giúp.',
  needsWords: 'Câu này cần trả lời bằng chữ, chưa cần ảnh hay tệp.',
  needsButton: 'Câu này chưa cần ảnh hay tệp. Ông/bà chọn một mục bên dưới.',
  mayRemember: (labels: string) =>
    `Ông/bà muốn tôi nhớ ${labels} cho lần sau không? Xem, xóa lúc nào cũng được: nhắn “dữ liệu của tôi”.`,
  remembered: 'Vâng, lần sau tôi sẽ hỏi ông/bà có dùng lại không.',
  notRemembered: 'Vâng, tôi không nhớ thông tin nào cho lần sau.',
  mayLearn: (words: readonly string[]) =>
    `Vừa rồi có ${words.length === 1 ? 'câu' : 'mấy câu'} tôi chưa hiểu:\n${words.map((it) => `“${it}”`).join('\n')}\nÔng/bà cho phép cán bộ xem ${words.length === 1 ? 'câu' : 'các câu'} này để dạy tôi không? Tên và số đã che, không ghi ai viết, 90 ngày tự xóa.`,
  mayBeLearned: 'Cảm ơn ông/bà. Tôi học thêm để lần sau hiểu đúng hơn.',
  notLearned: 'Vâng, tôi không giữ lại câu nào.',
  reminder: (name: string) =>
    `Ông/bà còn làm dở “${name}”. Các câu đã trả lời vẫn được giữ, ông/bà làm tiếp lúc nào cũng được.`,
  tooManyLookups: (until: string) =>
    `Ông/bà đã tra cứu chưa đúng nhiều lần. Để giữ an toàn hồ sơ, xin thử lại sau ${until}.`,
  dossierClosed: (until: string, contact: string) =>
    `Hồ sơ này vừa có nhiều lần nhập sai mã tra cứu, nên tạm không mở bằng mã đến ${until}. Người đã nộp vẫn xem được từ chính Zalo đã dùng để nộp. Nếu cần ngay, ông/bà mang giấy tiếp nhận đến nơi nộp hồ sơ, hoặc gọi giúp.\n\n${contact}`,
  officerAsks: (code: string) =>
    `Cán bộ cần ông/bà bổ sung hồ sơ ${code}. Ông/bà làm xong việc đang dở rồi trả lời, hoặc bấm nút để trả lời ngay (việc đang dở được giữ lại).`,
  officerOffers: 'Ông/bà làm xong việc đang dở rồi chọn giờ, hoặc bấm nút để chọn ngay (việc đang dở được giữ lại).',
  mendBegins: (code: string, count: number, by: string | undefined) =>
    `Hồ sơ ${code} cần bổ sung ${count} mục.${by === undefined ? '' : ` Xin ông/bà trả lời trước hết ${by}.`} Tôi hỏi từng mục; trả lời xong, ông/bà xem lại rồi gửi một lần.`,
  mendNth: (n: number, of: number, label: string) => `Mục ${n}/${of}: ${label}`,
  mendWhy: (why: string) => `Cán bộ ghi: “${why}”`,
  mendAlso: 'Mục này cần trả lời thêm cho khớp với phần vừa sửa.',
  givenBefore: (shown: string) => `Ông/bà đã gửi: ${shown}`,
  questionWaiting: (code: string) => `Cán bộ đang chờ ông/bà bổ sung hồ sơ ${code}.`,
  questionGone: 'Yêu cầu bổ sung này không còn chờ trả lời.',
  questionClosed: (code: string) =>
    `Cán bộ đã xử lý tiếp hồ sơ ${code}, nên câu hỏi bổ sung vừa rồi không cần trả lời nữa.`,
  correctWhich: (count: number) => `Ông/bà nhắn số thứ tự của mục cần sửa, từ 1 đến ${count}. Ví dụ: 2.`,
  amendWhich: 'Ông/bà muốn sửa câu nào? Bấm một câu bên dưới.',
  amendTo: (label: string, because: string, shown: string) =>
    `Sửa mục “${label}”. ${because}\n\n“${shown}”\n\nCó đúng ý ông/bà không?`,
  amending: (label: string, question: string) => `Sửa mục “${label}”. ${question}`,
  amended: (label: string, shown: string) => `Đã sửa mục “${label}” thành: ${shown}.`,
  amendAgain: (labels: string) => `Mục “${labels}” chưa sửa. Xong câu này ông/bà nhắn lại giúp tôi.`,
  justAmended: '(vừa sửa)',
  lookAgain: 'Câu vừa rồi tôi chưa hiểu, nên chưa gửi gì. Ông/bà xem lại lần nữa, đúng rồi thì gửi.',
  noLongerStands: (label: string, because: string) => `Mục “${label}” cần ghi lại. ${because}`,
  card: {
    consentFirst:
      'Ảnh thẻ căn cước là dữ liệu nhạy cảm nên tôi chưa nhận ảnh vừa rồi. Ông/bà bấm đồng ý rồi gửi lại, hoặc tự nhập bằng chữ.',
    sendPhoto:
      'Ông/bà chụp mặt thẻ có mã QR (thẻ gắn chip: mặt trước; thẻ căn cước mới: mặt sau) rồi gửi ảnh vào đây. Đặt thẻ nằm phẳng, chụp gần, đủ sáng, đừng để chói.',
    whereIsTheCode:
      'Mã QR là ô vuông đen trắng: thẻ gắn chip thì ở mặt trước, thẻ căn cước mới thì ở mặt sau. Ảnh được xóa ngay sau khi đọc. Ông/bà nhắn “đồng ý” để gửi ảnh, hoặc “tự nhập”.',
    reading: 'Đang đọc mã QR trên thẻ, ông/bà chờ giây lát…',
    papersLater:
      'Giấy chưa có ở đây thì ông/bà bấm “Bỏ qua”, rồi nộp thêm sau hoặc mang theo khi đến; có ảnh thì gửi vào đây.',
    needsPhoto:
      'Ở đây cần ảnh chụp thẻ (JPG hoặc PNG), không phải tệp PDF. Ông/bà chụp rồi gửi ảnh giúp, hoặc bấm “Tôi tự nhập”.',
    found: 'Tôi đọc được trên thẻ:',
    isItRight: 'Ảnh đã được xóa. Các mục trên có đúng không?',
    missing: (fields: string) => `Thẻ không ghi rõ: ${fields}. Tôi sẽ hỏi ông/bà sau.`,
    clash: 'Lưu ý: số căn cước không khớp với giới tính hoặc năm sinh trên thẻ. Ông/bà xem kỹ lại giúp.',
    unreadable: {
      'no code':
        'Tôi chưa đọc được mã QR trên ảnh. Ông/bà chụp lại gần hơn, thẻ nằm phẳng, đủ sáng, mã QR rõ nét; hoặc bấm “Tôi tự nhập”.',
      'other code':
        'Mã trong ảnh không phải mã trên thẻ căn cước. Ông/bà chụp mặt thẻ căn cước có mã QR, hoặc bấm “Tôi tự nhập”.',
      'wrong type': 'Tệp này không phải ảnh. Ông/bà chụp thẻ rồi gửi ảnh JPG hoặc PNG, hoặc bấm “Tôi tự nhập”.',
      'too large': 'Ảnh này lớn quá 10 MB. Ông/bà gửi ảnh nhỏ hơn, hoặc bấm “Tôi tự nhập”.',
      empty: 'Ảnh này trống. Ông/bà gửi lại giúp, hoặc bấm “Tôi tự nhập”.',
      unreachable: 'Tôi chưa tải được ảnh này. Ông/bà gửi lại giúp, hoặc bấm “Tôi tự nhập”.',
      'unknown host':
        'Tôi chưa mở được ảnh này vì nơi Zalo cất nó còn lạ với hệ thống. Người vận hành đã được báo. Ông/bà bấm “Tôi tự nhập” giúp.',
      'too many': 'Hôm nay ông/bà đã gửi nhiều tệp nên tôi tạm dừng nhận thêm. Ông/bà bấm “Tôi tự nhập” giúp.',
      'no room': 'Hệ thống đang tạm ngừng nhận ảnh. Ông/bà bấm “Tôi tự nhập” giúp.',
    } satisfies Record<CardRefusal, string>,
  },
  tooLong: (most: number) =>
    `Tin này dài quá nên tôi chưa đọc và chưa ghi lại gì. Mỗi tin nhiều nhất ${most} chữ cái: ông/bà chia thành vài tin ngắn rồi gửi lại giúp, ví dụ mỗi việc một tin.`,
  contactCard: 'Danh thiếp',
  captionNotKept: 'Lời ghi kèm cũng chưa được giữ, ông/bà ghi lại khi gửi tệp khác.',
  captionOfCard: 'Lời nhắn kèm ảnh thẻ tôi không giữ.',
  /** Something came with words: the words are read, the thing is not used. */
  wordsOnly: {
    file: 'Câu này chưa cần ảnh hay tệp nên tôi chưa nhận, tôi chỉ đọc lời ông/bà ghi kèm.',
    location: 'Câu này chưa cần vị trí nên tôi chỉ đọc lời ông/bà ghi kèm.',
    sticker: 'Cảm ơn ông/bà! Tôi chỉ đọc được lời ghi kèm.',
    voice: 'Tôi chưa nghe được tin nhắn thoại, chỉ đọc lời ông/bà ghi kèm.',
    video: 'Tôi chưa xem được video, chỉ đọc lời ông/bà ghi kèm.',
    link: 'Tôi không mở được đường dẫn, chỉ đọc lời ông/bà ghi kèm.',
    gif: 'Tôi chưa xem được ảnh động, chỉ đọc lời ông/bà ghi kèm.',
    other: 'Có phần tôi chưa đọc được, tôi chỉ đọc lời ông/bà ghi kèm.',
  },
  unsupported: {
    sticker: 'Cảm ơn ông/bà! Tôi chỉ đọc được chữ, ảnh và tệp.',
    voice: 'Tôi chưa nghe được tin nhắn thoại. Ông/bà nhắn chữ giúp.',
    video: 'Tôi chưa xem được video. Ông/bà nhắn chữ hoặc gửi ảnh giúp.',
    link: 'Tôi không mở được đường dẫn. Ông/bà nhắn chữ giúp.',
    gif: 'Tôi chưa xem được ảnh động. Ông/bà nhắn chữ hoặc gửi ảnh chụp giúp.',
    other: 'Tôi chưa đọc được tin này. Ông/bà nhắn chữ giúp.',
    location: 'Tôi chưa dùng được vị trí. Ông/bà nhắn tên xã, phường hoặc tỉnh giúp.',
    contact: 'Tôi chưa dùng được danh thiếp ở câu này. Ông/bà nhắn chữ giúp.',
  },
  refusedFile: {
    'wrong type': 'Tệp này không đúng loại. Ông/bà gửi ảnh JPG, PNG hoặc tệp PDF, không quá 10 MB.',
    'too large': 'Tệp này lớn quá 10 MB. Ông/bà gửi ảnh JPG, PNG hoặc tệp PDF nhỏ hơn.',
    empty: 'Tệp này trống. Ông/bà gửi lại ảnh JPG, PNG hoặc tệp PDF, không quá 10 MB.',
    unreachable: 'Tôi chưa tải được tệp này. Ông/bà gửi lại giúp ảnh JPG, PNG hoặc tệp PDF, không quá 10 MB.',
    'unknown host':
      'Tôi chưa mở được tệp này vì nơi Zalo cất nó còn lạ với hệ thống, không phải lỗi của ông/bà. Người vận hành đã được báo. Ông/bà thử gửi lại, chẳng hạn chụp ảnh giấy tờ rồi gửi ảnh.',
    'too many':
      'Hôm nay ông/bà đã gửi nhiều tệp nên tôi tạm dừng nhận thêm. Mai ông/bà gửi tiếp, hoặc mang giấy tờ đến nơi tiếp nhận.',
    'no room':
      'Hệ thống đang tạm ngừng nhận tệp. Những gì ông/bà đã gửi vẫn còn. Vài giờ nữa ông/bà gửi lại giúp, ví dụ ảnh JPG hoặc tệp PDF.',
  } satisfies Record<FileRefusal, string>,
  labels: {
    skip: 'Bỏ qua',
    keep: 'Giữ nguyên',
    done: 'Xong',
    others: 'Mục khác',
    rewrite: 'Ghi lại từ đầu',
    resend: 'Gửi lại từ đầu',
    back: 'Quay lại',
    why: 'Vì sao hỏi?',
    menu: 'Trang chủ',
    yes: 'Đúng',
    no: 'Không, tôi ghi lại',
    cancelYes: 'Hủy bỏ',
    cancelNo: 'Làm tiếp',
    resume: 'Tiếp tục hồ sơ dở',
    anew: 'Làm hồ sơ mới',
    again: 'Làm lại theo mẫu mới',
    submit: 'Nộp hồ sơ',
    correct: 'Sửa một mục',
    cancel: 'Hủy',
    answerOfficer: 'Trả lời cán bộ',
    chooseTime: 'Chọn giờ hẹn',
    agreeToCard: 'Tôi đồng ý, đọc mã QR trên thẻ',
    typeInstead: 'Tôi tự nhập',
    newPhoto: 'Chụp lại ảnh khác',
    useAgain: (count: number) => `Dùng lại tất cả (${count} mục)`,
    rememberYes: 'Nhớ giúp tôi',
    rememberNo: 'Không cần',
    learnYes: 'Cho phép',
    learnNo: 'Không',
  },
} as const

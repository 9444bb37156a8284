import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import { MODEL_NOW } from '../../src/conversation/step/walk.ts'
import { createChat, PASS_ANSWERS } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()
const chatAt = (...texts: string[]) => {
  const chat = createChat(flows)
  chat.says(...texts)
  return chat
}
const PASS = 'cap-giay-di-duong'

describe('steering words', () => {
  it.each(['menu', 'MENU', '0', 'bắt đầu', 'bat dau', '#menu', 'về trang chủ nha'])(
    '%j leads to the menu and keeps a draft',
    (word) => {
      const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
      expect(chat.says(word)).toContain('Đã cất')
      expect(chat.step()).toBe('menu/chao')
      expect(chat.session.drafts).toMatchObject([{ flow: PASS, step: 'so_can_cuoc' }])
    },
  )

  it.each(['tiếp tục', 'tiep tuc', '#tiep-tuc', '#tiep-tuc:cap-giay-di-duong', 'làm tiếp ạ'])(
    '%j takes the draft up again',
    (word) => {
      const chat = chatAt(...PASS_ANSWERS.slice(0, 4), 'menu')
      expect(chat.says(word)).toContain('Số căn cước')
      expect(chat.session.drafts).toEqual([])
      expect(chat.session.position?.context.answers['applicant']?.value).toBe('Nguyễn Văn An')
    },
  )

  it.each(['quay lại', 'quay lai', '#quay-lai', 'câu trước'])('%j goes one question back', (word) => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 5), word)
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
    chat.says(word, word, word)
    expect(chat.step()).toBe(`${PASS}/dong_y`)
    expect(chat.says(word)).toContain('câu hỏi đầu tiên')
  })

  it.each(['hủy', 'huy', 'huỷ bỏ', 'thôi hủy đi', '#huy'])('%j asks before it cancels', (word) => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.says(word)).toContain('muốn hủy')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
    expect(chat.says('#huy.co')).toContain('Đã hủy')
    expect(chat.session.drafts).toEqual([])
  })

  it('lets any other answer withdraw a cancellation', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), 'hủy', '096190012345')
    expect(chat.step()).toBe(`${PASS}/dien_thoai`)
    expect(chat.session.asking).toBeUndefined()
  })

  it.each(['vì sao', 'vi sao hoi', 'sao hỏi?', '#vi-sao'])('%j explains the question and keeps it open', (word) => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.says(word)).toContain('4 số cuối')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it.each(['trợ giúp', 'tro giup', '?', 'giúp'])('%j helps without leaving the question', (word) => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.says(word)).toContain('quay lại')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it('says how to reach a person anywhere', () => {
    expect(chatAt(...PASS_ANSWERS.slice(0, 4)).says('gặp cán bộ')).toContain('1800 1096')
    expect(createChat(flows).says('gap nguoi')).toContain('1800 1096')
  })
})

describe('the first word', () => {
  it('greets who arrives', () => expect(createChat(flows).send({ type: 'ARRIVED' })).toContain('tự động'))
  it('is silent to who leaves', () => expect(createChat(flows).send({ type: 'LEFT' })).toBe(''))
  it('brings who comes back in the middle to the open question', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.send({ type: 'ARRIVED' })).toMatch(/quay lại[^]*Số căn cước/)
  })
})

describe('drafts', () => {
  it('are offered when the same procedure is begun again', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), 'menu')
    expect(chat.says('1', '8')).toContain('làm tiếp hay làm mới')
    chat.says('1')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it('give way to a new beginning when asked', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), 'menu', '1', '8', 'làm hồ sơ mới')
    expect(chat.step()).toBe(`${PASS}/dong_y`)
    expect(chat.session).toMatchObject({ drafts: [], position: { context: { answers: {} } } })
  })

  it('survive the menu of a procedure begun in the middle of itself', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), '#lam:cap-giay-di-duong', 'tiếp tục')
    expect(chat.session.position?.context.answers['applicant']?.shown).toBe('Nguyễn Văn An')
  })

  it('are forgotten after thirty days', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), 'menu')
    chat.now += 31 * DAY
    expect(chat.says('tiếp tục')).toContain('không có việc nào')
  })

  it('keep their answers when their version is gone, and offer each again', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    const position = chat.session.position
    if (position) chat.session = { ...chat.session, position: { ...position, version: 99 } }
    expect(chat.says('xin chào')).toContain('vẫn được giữ')
    expect(chat.session.drafts).toHaveLength(1)
    chat.says('1')
    expect(chat.step()).toBe(`${PASS}/dong_y`)
    expect(chat.says('đồng ý', 'tự nhập')).toContain('Nguyễn Văn An')
    chat.says('giữ nguyên')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })
})

describe('files', () => {
  const atPapers = () => chatAt(...PASS_ANSWERS)

  it('are fetched, awaited and counted as one answer', () => {
    const chat = atPapers()
    expect(chat.sends('a')).toContain('Đang nhận')
    expect(chat.sends('b')).toBe('')
    expect(chat.says('xong')).toContain('đang nhận tệp')
    expect(chat.stored('a')).toBe('')
    expect(chat.stored('b')).toBe('')
    expect(chat.wanted('timer').at(-1)).toEqual({ type: 'timer', timer: 'album', at: chat.now + 3_000 })
    expect(chat.send({ type: 'TIME_CAME', timer: 'album' })).toContain('Đã nhận 2 tệp')
    chat.says('xong')
    expect(chat.session.position?.context.answers['papers']).toMatchObject({ shown: '2 tệp', attachments: ['a', 'b'] })
    expect(chat.wanted('fetch').map((it) => it.attachment)).toEqual(['a', 'b'])
  })

  it('beyond the most are refused with the number', () => {
    const chat = atPapers()
    for (const id of ['a', 'b', 'c']) chat.sends(id)
    expect(chat.sends('d')).toContain('nhiều nhất 3 tệp')
    expect(chat.session.fetching).toEqual(['a', 'b', 'c'])
  })

  it('of the wrong type are answered with what to send', () => {
    const chat = atPapers()
    chat.sends('a')
    expect(chat.send({ type: 'FILE_REFUSED', attachment: 'a' as never, because: 'wrong type' })).toMatch(
      /JPG.*PNG.*PDF.*10 MB/,
    )
    expect(chat.session.fetching).toEqual([])
  })

  it('may be given up while they are on their way, and a late one changes nothing', () => {
    const chat = atPapers()
    chat.sends('a')
    chat.says('bỏ qua')
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
    expect(chat.stored('a')).toBe('')
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
  })

  it('sent before the question was left and come back to belong to nothing', () => {
    const chat = atPapers()
    chat.sends('a')
    chat.says('quay lại', 'giữ nguyên')
    expect(chat.step()).toBe(`${PASS}/giay_to`)
    expect(chat.stored('a')).toBe('')
    expect(chat.session.position?.context.answers['papers']).toBeUndefined()
  })

  it('too large by their own account are not even fetched', () => {
    const chat = atPapers()
    const said = chat.send({
      type: 'FILE',
      attachment: 'a' as never,
      kind: 'document',
      url: 'https://x.test',
      bytes: 11 << 20,
    })
    expect(said).toContain('10 MB')
    expect(chat.wanted('fetch')).toEqual([])
  })

  it('at a question for words are kept for the question that wants them', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.sends('a')).toContain('đã giữ ảnh')
    chat.sends('b')
    chat.stored('a')
    chat.says(...PASS_ANSWERS.slice(4))
    chat.stored('b')
    expect(chat.session.position?.context.answers['papers']?.attachments).toEqual(['a', 'b'])
    expect(chat.session.position?.context).not.toHaveProperty('early')
  })
  it('before the consent are not even fetched', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 1))
    chat.sends('a')
    expect(chat.wanted('fetch')).toEqual([])
  })
})

describe('an officer’s question', () => {
  it('comes up at once for who has nothing open', () => {
    const chat = chatAt('menu')
    expect(chat.asked('Gửi lại ảnh?')).toContain('Gửi lại ảnh?')
    chat.says('ngày 5/5 ạ', 'xong', 'gửi')
    expect(chat.wanted('supplement')).toMatchObject([{ dossier: 'd1', text: 'ngày 5/5 ạ', attachments: [] }])
    expect(chat.session.questions).toBeUndefined()
  })

  it('waits beside an open filing, and its button lays the filing aside whole', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    expect(chat.asked('Gửi lại ảnh?')).toContain('bổ sung')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
    expect(chat.says('#bo-sung:d1')).toContain('Gửi lại ảnh?')
    expect(chat.session.drafts).toMatchObject([{ flow: PASS }])
    chat.says('ngày 5/5 ạ', 'xong', 'gửi', 'tiếp tục')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it('comes up by itself when the filing is done', () => {
    const chat = chatAt(...PASS_ANSWERS)
    chat.asked('Gửi lại ảnh?')
    expect(chat.says('bỏ qua', '#nop')).toContain('Gửi lại ảnh?')
    expect(chat.step()).toBe('bo-sung/tra_loi')
  })

  it('can be left and found again at the menu', () => {
    const chat = createChat(flows)
    chat.asked('Gửi lại ảnh?')
    chat.says('hủy', 'có')
    expect(chat.step()).toBe('menu/chao')
    expect(chat.says('menu')).toContain('Trả lời cán bộ')
    expect(chat.says('#bo-sung:d1')).toContain('Gửi lại ảnh?')
  })

  it('keeps an unsent reply when the citizen leaves for the menu', () => {
    const chat = createChat(flows)
    chat.asked('Gửi lại ảnh?')
    chat.says('giấy ghi ngày 5/5', 'menu', '#bo-sung:d1', 'xong', 'gửi')
    expect(chat.wanted('supplement')).toMatchObject([{ text: 'giấy ghi ngày 5/5' }])
  })

  it('left half answered is kept for each dossier, though not for more than five', () => {
    const chat = createChat(flows)
    for (const dossier of ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']) {
      chat.asked(`Câu hỏi ${dossier}?`, dossier)
      chat.says(`trả lời ${dossier}`, 'menu')
    }
    expect(chat.session.drafts.map((draft) => draft.context.facts['dossier'])).toEqual(['d7', 'd6', 'd5', 'd4', 'd3'])
    chat.says('#bo-sung:d5', 'xong', 'gửi')
    expect(chat.wanted('supplement')).toMatchObject([{ dossier: 'd5', text: 'trả lời d5' }])
  })

  it('that is no longer open is said to be gone', () =>
    expect(createChat(flows).says('#bo-sung:d9')).toContain('không còn chờ'))

  it('is taken back when the dossier goes on without the reply, so that nobody answers into the void', () => {
    const chat = createChat(flows)
    chat.asked('Gửi lại ảnh?')
    chat.says('giấy ghi ngày 5/5', 'xong')
    expect(chat.closed()).toContain('không cần trả lời nữa')
    expect(chat.says('#xac_nhan.gui')).not.toContain('Đã gửi')
    expect(chat.wanted('supplement')).toEqual([])
    expect(chat.says('#bo-sung:d1')).toContain('không còn chờ')
  })

  it('taken back leaves a filing and the questions of other dossiers alone', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4))
    chat.asked('Gửi lại ảnh?')
    chat.asked('Câu khác?', 'd2')
    expect(chat.closed()).toBe('')
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
    expect(chat.session.questions).toMatchObject([{ dossier: 'd2' }])
    chat.says('#bo-sung:d2', 'ngày 5/5 ạ', 'menu')
    chat.closed('d2')
    expect(chat.session.drafts.map(({ flow }) => flow)).toEqual([PASS])
  })

  it('taken back gives way to the next one', () => {
    const chat = createChat(flows)
    chat.asked('Gửi lại ảnh?')
    chat.asked('Câu khác?', 'd2')
    expect(chat.closed()).toContain('Câu khác?')
  })
})

describe('filing', () => {
  it('hands in the answers by the names programs rely on', () => {
    const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', '#nop')
    const [filed] = chat.wanted('file')
    expect(filed).toMatchObject({ flow: PASS, version: 3, applicant: 'Nguyễn Văn An' })
    expect(Object.fromEntries(filed?.answers.map(({ key, value }) => [key, value]) ?? [])).toEqual({
      applicant: 'Nguyễn Văn An',
      citizenNumber: '096190012345',
      phone: '0912345678',
      purpose: 'y-te',
      from: '17',
      to: '1092',
      plate: '69-B1 234.56',
      validFrom: String(Date.parse('2030-05-02T07:00+07:00')),
      validUntil: String(Date.parse('2030-05-04T17:00+07:00')),
    })
    expect(chat.wanted('consent')).toEqual([{ type: 'consent', flow: PASS, version: 3, step: 'dong_y', given: true }])
    expect(chat.session.position).toBeUndefined()
  })

  it('asks again what has aged since it was answered', () => {
    const chat = chatAt(...PASS_ANSWERS, 'bỏ qua')
    chat.now += 26 * HOUR
    expect(chat.says('#nop')).toMatch(/“Đi từ” cần ghi lại[^]*đã qua/)
    expect(chat.step()).toBe(`${PASS}/gio_di`)
    expect(chat.wanted('file')).toEqual([])
    chat.says('7h sáng mai')
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
    chat.says('#nop')
    expect(chat.wanted('file')).toHaveLength(1)
  })

  it('leaves an answer alone when the correction is taken back', () => {
    const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', '4', 'quay lại')
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
    chat.says('2', 'quay lại')
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
    expect(chat.session.position?.context.answers['purpose']?.value).toBe('y-te')
  })
})

describe('a reading that must be confirmed', () => {
  it('is gone once it is confirmed', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), '96190012345')
    expect(chat.session.position?.context.proposal).toMatchObject({ value: '096190012345' })
    expect(chat.says('1')).not.toContain('[Đúng]')
    expect(chat.session.position?.context).not.toHaveProperty('proposal')
  })

  it('gives way to a fresh answer', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 4), '96190012345', '096190012346')
    expect(chat.session.position?.context.answers['citizenNumber']?.value).toBe('096190012346')
  })

  it('may be the second one', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 9), '69b12345', '#hai')
    expect(chat.session.position?.context.answers['plate']?.value).toBe('69-B1 2345')
  })
})

describe('papers already received', () => {
  const withPapers = () => {
    const chat = chatAt(...PASS_ANSWERS)
    chat.sends('p1')
    chat.stored('p1')
    return chat
  }
  const papers = (chat: ReturnType<typeof withPapers>) =>
    chat.session.position?.context.answers['papers']?.attachments ?? []

  it('can be sent again from the beginning, for who sent the wrong picture', () => {
    const chat = withPapers()
    expect(chat.says('xong', '10')).toContain('[Gửi lại từ đầu]')
    chat.says('#giay_to.ghi-lai')
    chat.sends('p2')
    chat.stored('p2')
    chat.says('xong')
    expect(papers(chat)).toEqual(['p2'])
  })

  it.each(['bỏ qua', '#giay_to.bo-qua'])('are not dropped by “%s”, which may mean that no more will come', (skip) => {
    const chat = withPapers()
    expect(chat.says(skip)).toMatch(/1 tệp.*Xong/s)
    expect(papers(chat)).toEqual(['p1'])
    expect(chat.says('xong')).toContain('Giấy tờ kèm theo: 1 tệp')
  })

  it.each(['không có gì', 'không có giấy tờ', 'tôi không có giấy tờ gì'])('are not needed: “%s” passes over', (none) =>
    expect(chatAt(...PASS_ANSWERS).says(none)).toContain('xem lại trước khi nộp'),
  )
})

it.each([
  ['sửa số điện thoại', 'dien_thoai'],
  ['sua ho va ten', 'ho_ten'],
  ['đổi nơi đến', 'noi_den'],
])('%j at the review leads to that answer', (words, step) => {
  const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', words)
  expect(chat.step()).toBe(`${PASS}/${step}`)
})

it('a correction is over once the review is back', () => {
  const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', '1', 'Nguyễn Văn Bình')
  expect(chat.session.position?.context).not.toHaveProperty('correcting')
  expect(chat.says('quay lại')).toContain('Bước 7/8')
})

it('understands a choice from the words of a sentence, but never a consent', () => {
  const chat = chatAt(...PASS_ANSWERS.slice(0, 6), 'tôi đi khám bệnh')
  expect(chat.session.position?.context.answers['purpose']?.value).toBe('y-te')
  const unwilling = chatAt('#lam:cap-giay-di-duong', 'tôi không đồng ý đâu')
  expect(unwilling.wanted('consent').filter((it) => it.given)).toEqual([])
})

describe('look-ups', () => {
  /** At the query by code and secret; the dossier is not one of the citizen's own. */
  const lookingUp = (secret: string) => {
    const chat = chatAt('#lam:tra-cuu', '2', 'H12.99-300501-0001')
    chat.send({ type: 'FACTS', found: false, facts: {} })
    chat.says(secret)
    return chat
  }

  it('ask the program last in the turn and go on with its facts', () => {
    const chat = lookingUp('7kx2')
    expect(chat.last.at(-1)).toEqual({
      type: 'query',
      query: { name: 'dossier', code: 'H12.99-300501-0001', factor: '7KX2' },
    })
    expect(chat.send({ type: 'FACTS', found: false, facts: {} })).toContain('Không tìm thấy')
    expect(chat.session.lookupFailures).toEqual({ count: 1, since: MODEL_NOW })
  })

  it('rest for an hour after five wrong ones, then are open again', () => {
    const wrong = (chat: ReturnType<typeof chatAt>) => {
      chat.says('#lam-moi:tra-cuu', '#theo-ma', 'H12.99-300501-0001')
      chat.send({ type: 'FACTS', found: false, facts: {} })
      chat.says('7kx2')
      return chat.last.at(-1)?.type === 'query' ? chat.send({ type: 'FACTS', found: false, facts: {} }) : 'closed'
    }
    const chat = createChat(flows)
    for (let i = 0; i < 5; i++) expect(wrong(chat)).toContain('Không tìm thấy')
    expect(wrong(chat)).toBe('closed')
    chat.now += HOUR
    expect(wrong(chat)).toContain('Không tìm thấy')
  })

  it('at a dossier that too many have guessed at say until when, and offer a way without the code', () => {
    const chat = lookingUp('7kx2')
    const said = chat.send({ type: 'FACTS', found: false, facts: {}, closedUntil: MODEL_NOW + HOUR })
    expect(said).toMatch(/tạm không mở bằng mã đến \d\d:\d\d \d\d\/\d\d\/\d{4}/)
    expect(said).toMatch(/mang giấy tiếp nhận đến nơi nộp hồ sơ, hoặc gọi/)
    expect(said).toContain('Trang chủ')
    expect(chat.session.position).toBeUndefined()
  })

  it('count wrong ones on after a right one, or looking up a dossier of one’s own would buy more guesses', () => {
    const chat = lookingUp('7kx2')
    chat.send({ type: 'FACTS', found: false, facts: {} })
    chat.says('1', 'giữ nguyên')
    chat.send({ type: 'FACTS', found: false, facts: {} })
    chat.says('7kx3')
    chat.send({ type: 'FACTS', found: true, facts: {} })
    expect(chat.session.lookupFailures).toEqual({ count: 1, since: MODEL_NOW })
  })

  it('are asked again when the answer was lost', () => {
    const chat = chatAt('#lam:tra-cuu', '1')
    chat.says('sao rồi')
    expect(chat.last.at(-1)).toMatchObject({ type: 'query' })
  })
})

describe('what no step can use', () => {
  it('is never said to be recorded: the submit button of a review left for a correction files nothing', () => {
    const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', '3')
    expect(chat.says('#xem_lai.nop')).not.toMatch(/ghi nhận|Đã nhận/)
    expect(chat.wanted('file')).toEqual([])
  })

  it('tapped once more after the filing says that nothing needs to be done again', () => {
    const chat = chatAt(...PASS_ANSWERS, 'bỏ qua', '#xem_lai.nop')
    expect(chat.says('#xem_lai.nop')).toContain('không cần bấm lại')
    expect(chat.wanted('file')).toHaveLength(1)
  })

  it.each(['sticker', 'voice', 'video', 'link', 'gif', 'other'] as const)(
    'a %s is answered with what can be used',
    (what) => {
      expect(chatAt(...PASS_ANSWERS.slice(0, 4)).send({ type: 'UNSUPPORTED', what })).not.toBe('')
      expect(createChat(flows).send({ type: 'UNSUPPORTED', what })).not.toBe('')
    },
  )

  it('takes a contact card where a telephone number is asked', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 5))
    chat.send({ type: 'CONTACT', name: 'An', phone: '84912345678' })
    expect(chat.session.position?.context.answers['phone']?.value).toBe('0912345678')
  })

  it('does not pass over the next question when "bỏ qua" is tapped twice', () => {
    const chat = chatAt(
      '#lam:trich-luc-ho-tich',
      '#co',
      '#tu-nhap',
      'Lê Thị Hồng',
      '096190012345',
      '0912345678',
      'cho tôi',
      'khai sinh',
      '1990',
      'xã Đất Mũi',
    )
    expect(chat.step()).toBe('trich-luc-ho-tich/nam_dang_ky')
    chat.says('#nam_dang_ky.bo-qua', '#nam_dang_ky.bo-qua')
    expect(chat.step()).toBe('trich-luc-ho-tich/so_quyen')
  })

  it('never takes the payload of an old button for an answer', () => {
    const chat = chatAt(...PASS_ANSWERS.slice(0, 3))
    expect(chat.says('#muc_dich.cho')).toContain('câu hỏi khác')
    expect(chat.says('#cho')).toContain('không còn dùng được')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
  })
})

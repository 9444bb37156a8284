import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS, textOf } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'
const BUSINESS = [
  '#co',
  '#ban-than',
  '#tu-nhap',
  'Lê Thị Út',
  '096190012345',
  '0912345678',
  'ấp Mũi, xã Đất Mũi',
  'Tạp hóa Út Tèo',
]
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.says(...said)
  return chat
}

describe('steering in a free sentence', () => {
  const atPlace = () => at(...PASS_ANSWERS.slice(0, 8))
  it.each(['cho gặp người đi', 'cho tui nói chuyện với cán bộ', 'toi muon gap nguoi that', 'có ai trả lời không'])(
    '“%s” names a person and stays',
    (text) => {
      const chat = atPlace()
      expect(chat.says(text)).toContain('1800 1096')
      expect(chat.step()).toBe(`${PASS}/noi_den`)
    },
  )
  it.each(['thôi không đi nữa', 'thôi khỏi làm', 'đổi ý không đi nữa', 'khỏi làm nữa đi em'])(
    '“%s” asks before anything is cancelled',
    (text) => {
      const chat = atPlace()
      expect(chat.says(text)).toContain('muốn hủy')
      expect(chat.session.position?.context.answers['phone']?.shown).toBe('0912345678')
    },
  )
  it.each([
    'làm lại từ đầu đi',
    'xoa het lam lai tu dau',
    'cho em khai lại từ đầu',
    'ghi lộn hết trơn, làm lại từ đầu',
    'start over',
  ])('“%s” asks whether to go on or begin anew, and loses nothing', (text) => {
    const chat = atPlace()
    expect(chat.says(text)).toContain('Làm hồ sơ mới')
    expect(chat.session.drafts[0]?.context.answers['phone']?.shown).toBe('0912345678')
  })
  it.each([
    'nấu cơm xong rồi làm tiếp',
    'có khách, lát quay lại',
    'nghỉ chút rồi quay lại',
    'chieu hoi ngoai roi nhan lai',
  ])('“%s” is put away where nearly any words are stored', (text) => {
    const chat = at('#lam:thanh-lap-ho-kinh-doanh', ...BUSINESS)
    expect(chat.step()).toBe('thanh-lap-ho-kinh-doanh/nganh')
    expect(chat.says(text)).toContain('Đã cất')
    expect(chat.session.drafts[0]?.context.answers['trade']).toBeUndefined()
  })
  it.each(['làm cơm trưa', 'nấu ăn, bán nước', 'đồ thôi nôi'])('“%s” is a trade, and no leave-taking', (text) => {
    const chat = at('#lam:thanh-lap-ho-kinh-doanh', ...BUSINESS, text)
    expect(chat.session.position?.context.answers['trade']?.shown).toBe(text)
  })
  it.each([
    ['thôi đặt lịch hẹn lên phường cho khỏe', 'Đặt lịch hẹn'],
    ['thôi tui phản ánh luôn', 'Phản ánh'],
    ['cho tra hồ sơ bữa trước nộp cái đã', 'Tra cứu'],
  ])('“%s” turns to something else, and is no trade', (text, name) => {
    const chat = at('#lam:thanh-lap-ho-kinh-doanh', ...BUSINESS)
    expect(chat.says(text)).toMatch(new RegExp(`${name}|hồ sơ`, 'u'))
    expect(chat.session.position?.context.answers['trade']).toBeUndefined()
  })
  it.each(['bỏ qua câu này', 'mục này cho qua đi', 'skip câu này'])(
    '“%s” passes over what nobody must tell',
    (text) => {
      const chat = at(...PASS_ANSWERS.slice(0, 9))
      expect(chat.step()).toBe(`${PASS}/bien_so`)
      chat.says(text)
      expect(chat.step()).not.toBe(`${PASS}/bien_so`)
    },
  )
  it.each(['skip', 'bỏ qua câu này', 'để trống'])('“%s” is told that this one cannot be passed over', (text) => {
    expect(atPlace().says(text)).toContain('không bỏ qua được')
  })
  it.each(['để mai làm tiếp', 'mai làm', 'bận quá để lát làm', 'thôi để sau đi em'])('“%s” puts it away', (text) => {
    const chat = atPlace()
    expect(chat.says(text)).toContain('Đã cất')
    expect(chat.session.drafts).toHaveLength(1)
    chat.says('làm tiếp nha')
    expect(chat.step()).toBe(`${PASS}/noi_den`)
  })
  it.each(['quay lại câu trước', 'cho về câu hồi nãy', 'back', 'lùi lại một câu'])(
    '“%s” goes one question back',
    (text) => {
      const chat = atPlace()
      chat.says(text)
      expect(chat.step()).toBe(`${PASS}/noi_di`)
    },
  )
  it('greets whoever comes back with the open question', () => {
    expect(atPlace().says('xin chào')).toContain('Còn thiếu: Nơi đến')
  })
})

describe('where any sentence may be the answer', () => {
  const content = () => at('#lam:phan-anh', 'đồng ý', 'phuc-vu')
  it.each(['Thôi', 'cán bộ', 'tổng đài', 'không làm nữa'])('“%s” is asked back, not obeyed', (text) => {
    const chat = content()
    expect(chat.says(text)).toContain('đây là câu trả lời')
    chat.says('đúng')
    expect(chat.session.position?.context.answers['content']?.shown).toBe(text)
  })
  it('the unmistakable steers', () => {
    expect(content().says('hủy')).toContain('muốn hủy')
    expect(content().says('menu')).toContain('Kính chào')
  })
  it('an officer’s question is no reply when it is asked back or put off', () => {
    const chat = createChat(flows)
    chat.asked('Gửi lại giấy hẹn khám rõ hơn.')
    expect(chat.says('la sao')).toContain('giấy hẹn khám rõ hơn')
    expect(chat.says('de mai toi gui')).toContain('khi nào có')
    expect(chat.says('mờ chỗ nào vậy')).toContain('giấy hẹn khám rõ hơn')
    expect(chat.session.position?.context.answers).not.toHaveProperty('reply')
    chat.says('làm tiếp')
    expect(chat.session.position?.context.answers['reply']?.value).toBe('làm tiếp')
  })
})

describe('a question in the middle of a filing', () => {
  it.each([
    ['giấu tên được không', 'không báo cho người'],
    ['có an toàn không', 'được giữ kín'],
    ['tui hong biet chu', '1800 1096'],
    ['sdt cua xa dat mui', 'Xã Đất Mũi'],
    ['bạn là người hay máy', 'máy trả lời tự động'],
    ['rồi sao nữa', 'xem lại'],
    ['bực mình quá', 'Xin lỗi'],
    ['cảm ơn em', 'không có chi'],
  ])('“%s” is answered, and the question asked again', (text, answer) => {
    const chat = at(...PASS_ANSWERS.slice(0, 8))
    expect(chat.says(text)).toContain(answer)
    expect(textOf(chat.last)).toContain('Còn thiếu: Nơi đến')
    expect(chat.step()).toBe(`${PASS}/noi_den`)
  })
  it.each(['là sao không hiểu', 'để chi', 'ghi theo địa chỉ nào vậy'])('“%s” is never stored as an answer', (text) => {
    const chat = at('#lam:xac-nhan-tinh-trang-hon-nhan', 'đồng ý', 'tự nhập', 'Lê Thị Út', '096190012345', '5/3/1990')
    chat.says('0912345678', 'ấp Mũi, xã Đất Mũi')
    expect(chat.step()).toBe('xac-nhan-tinh-trang-hon-nhan/tung_o')
    chat.says(text)
    expect(chat.step()).toBe('xac-nhan-tinh-trang-hon-nhan/tung_o')
  })
})

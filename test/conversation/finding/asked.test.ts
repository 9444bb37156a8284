import { describe, expect, it } from 'vitest'
import { asksWhy } from '../../../src/conversation/finding/asks-why.ts'
import { answerToQuestion } from '../../../src/conversation/finding/asked-everywhere.ts'
import { feelingIn } from '../../../src/conversation/finding/feelings.ts'
import { feltIn, isOnlyFelt } from '../../../src/conversation/finding/felt.ts'
import { answerOfHours } from '../../../src/conversation/finding/office-hours.ts'
import { isEnglish, translated } from '../../../src/conversation/finding/other-language.ts'
import { urgentFor } from '../../../src/conversation/finding/urgent.ts'

const SUNDAY = Date.parse('2026-11-22T09:30:00+07:00')

describe('what is asked beside the question', () => {
  it.each(['biển số để chi', 'hỏi chi mà kỹ dữ vậy, cần số đó làm gì', 'mắc gì phải khai', 'can dia chi de chi'])(
    'asks for a reason: %s',
    (text) => expect(asksWhy(text)).toBe(true),
  )
  it.each(['cần mang giấy gì', 'cụ chưa có căn cước thì làm sao', 'Nguyễn Thị Chi'])('asks for none: %s', (text) =>
    expect(asksWhy(text)).toBe(false),
  )
  it.each(['buổi trưa xã nghỉ từ mấy giờ tới mấy giờ', 't7 cn co lam viec ko', '5h chiều còn ai không'])(
    'asks when offices are open: %s',
    (text) => expect(answerOfHours(text, SUNDAY)).toContain('1800 1096'),
  )
  it.each(['cám ơn mấy đứa nhiều nghen, làm lẹ quá', 'le phi lam may dong', 'chủ nhật này cưới, làm giấy kịp không'])(
    'does not: %s',
    (text) => expect(answerOfHours(text, SUNDAY)).toBeUndefined(),
  )
  it('is told of a day that is named', () =>
    expect(answerOfHours('thứ ba 24/11 này cơ quan có nghỉ lễ ko', SUNDAY)).toMatch(/^thứ Ba 24\/11\/2026: ngày nghỉ/))
})

describe('what is asked of the channel itself', () => {
  it.each([
    ['ai dang nt voi toi vay', /máy trả lời tự động/],
    ['tui ghét nói chuyện với máy', /gặp người/],
    ['cái này làm được những gì', /khai sinh[^]*menu/],
    ['chi em cach xai zalo nay voi', /menu/],
    ['nhắn zalo này có tốn tiền không', /miễn phí/],
    ['giữ thông tin của tôi bao lâu thì xóa', /xóa dữ liệu/],
    ['đang làm dở mà hết pin thì có mất hết không', /làm tiếp/],
    ['má tui không có zalo thì làm sao', /con cháu/],
    ['cho xin đường dây nóng', /1800 1096/],
    ['xin số đt ủy ban xã Khánh An', /Xã Khánh An/],
    ['nhà tôi ở Tắc Vân nay thuộc phường nào', /Tân Thành[^]*Hòa Thành|Hòa Thành[^]*Tân Thành/],
    ['bỏ huyện rồi thì lên đâu nộp', /không còn huyện/],
  ] as const)('%s', (text, answer) => expect(answerToQuestion(text)).toMatch(answer))
  it.each(['xã Khánh An', 'ấp Tắc Vân, xã Hòa Thành', 'Nguyễn Văn An'])(
    'is not heard in a place or a name: %s',
    (text) => expect(answerToQuestion(text)).toBeUndefined(),
  )
})

describe('what is felt', () => {
  it('tells nothing where only a feeling is named', () => {
    expect(isOnlyFelt('bức xúc lắm luôn á')).toBe(true)
    expect(isOnlyFelt('cán bộ hách dịch quá')).toBe(false)
  })
  it.each(['haha đùa thôi', 'nói chơi thôi mà'])('is heard in a joke: %s', (text) => expect(feltIn(text)).toBe('joke'))
  it('is heard behind a picture, and in “… gì mà …”', () => {
    expect(feelingIn('mac cuoi chet mat 😂 cam on em nha')).toContain('không có chi')
    expect(feelingIn('hỏi gì mà như điều tra hình sự vậy trời')).toContain('Xin lỗi')
  })
  it.each([
    ['cám ơn mấy đứa nhiều nghen, làm lẹ quá', 'thanks'],
    ['sao chậm như rùa', 'anger'],
    ['nản ghê', 'tired'],
    ['buồn quá không biết hỏi ai', 'grief'],
    ['hên quá', 'joy'],
    ['bye em nghen', 'wish'],
    ['👍', 'praise'],
  ])('%s: %s', (text, felt) => expect(feltIn(text)).toBe(felt))
  it.each(['le phi bao nhieu vay', 'vo chong tui chua thong nhat, de toi hoi ong noi no', 'tiệm may Kim Chi'])(
    'is nothing in: %s',
    (text) => expect(feltIn(text)).toBeUndefined(),
  )
})

describe('another language', () => {
  it.each([
    ['Hello, I want to register my temporary address, I rent a room in Ca Mau', 'đăng ký tạm trú'],
    ['My father died yesterday, what paper do I need?', 'đăng ký khai tử'],
    ['请问怎么办理结婚登记', 'đăng ký kết hôn'],
  ])('says what is wanted: %s', (text, meant) => expect(translated(text)).toBe(meant))
  it.each(['xin the can cuoc cho me', 'ddawng kys tajm trus', 'Sunny Coffee'])('is not: %s', (text) =>
    expect(isEnglish(text)).toBe(false),
  )
})

describe('danger', () => {
  it.each([
    'con em uong lon thuoc chuot roi',
    'thằng nhỏ nuốt trúng cục pin',
    'cháu nội tui đi lạc từ sáng tới giờ',
    'có người bỏ rơi em bé trước cổng chùa',
    'ông già té nằm bất động',
    'nhà kế bên phát hỏa rồi',
  ])('is heard: %s', (text) => expect(urgentFor(text)).toContain('115'))
  it.each([
    'ông nội mất do uống thuốc sâu, làm khai tử',
    'khai sinh cho trẻ bị bỏ rơi',
    'hai đứa hết sống nổi với nhau, giờ ra tòa làm giấy gì',
    'không thấy con dấu',
  ])('is not: %s', (text) => expect(urgentFor(text)).toBeUndefined())
})

import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS, textOf } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.says(...said)
  return chat
}
const atReview = () => at(...PASS_ANSWERS, 'bỏ qua')
const answers = (chat: ReturnType<typeof at>) =>
  Object.fromEntries(Object.entries(chat.session.position?.context.answers ?? {}).map(([name, it]) => [name, it.shown]))

describe('a number said to be wrong', () => {
  const birthAt = (day: string) => {
    const chat = createChat(flows)
    chat.now = Date.parse('2026-11-22T09:30:00+07:00')
    chat.says('#lam:dang-ky-khai-sinh', '#co', '1', '1', '2', 'Lê Thị Út, 096190012345, ấp 4 xã Tân Lộc, 0912345678')
    chat.says('mẹ', `Nguyễn Minh Khôi, con trai, ${day}`, 'Bệnh viện Sản - Nhi Cà Mau', 'Kinh', 'xã Tân Lộc', '1998')
    return chat
  }

  it.each([
    'ngày 9 chứ không phải ngày 8',
    'khoan, ngày sanh sai rồi, 9 chớ hổng phải 8',
    'hong phai ngay 8 ma ngay 9',
  ])('“%s” is the one that stands alone: neither a part of a year nor of a count', (text) => {
    const chat = birthAt('8/11/2026')
    chat.says(text)
    expect(answers(chat)).toMatchObject({ childBirthDate: '09/11/2026', motherBirthDate: '1998' })
  })
})

describe('a correction at the review', () => {
  it.each([
    ['nơi đến là An Giang', 'to', 'An Giang'],
    ['biển số 69B1-999.56', 'plate', '69-B1 999.56'],
    ['sửa sđt thành 0919 123 456', 'phone', '0919123456'],
    ['sua so dien thoai lai la 0919123456', 'phone', '0919123456'],
    ['đổi giờ đi lại 6h', 'validFrom', '06:00 02/05/2030'],
    ['sai tên rồi, Nguyễn Văn Bình', 'applicant', 'Nguyễn Văn Bình'],
    ['tên là Nguyễn Văn Ân không phải An', 'applicant', 'Nguyễn Văn Ân'],
    ['đổi qua đi chợ', 'purpose', 'Đi chợ, mua hàng thiết yếu'],
    ['0919123456 mới đúng số điện thoại', 'phone', '0919123456'],
    ['số 0919123456 chứ không phải 0912345678', 'phone', '0919123456'],
  ])('“%s” changes %s, marks it, and files nothing', (text, name, shown) => {
    const chat = atReview()
    expect(chat.says(text)).toContain('(vừa sửa)')
    expect(answers(chat)).toMatchObject({ [name]: shown })
    expect(chat.step()).toBe(`${PASS}/xem_lai`)
    expect(chat.wanted('file')).toEqual([])
  })

  it.each([
    ['sửa nơi đến', 'noi_den'],
    ['chỗ đến ghi sai rồi', 'noi_den'],
    ['số căn cước chưa đúng', 'so_can_cuoc'],
    ['đổi cccd', 'so_can_cuoc'],
    ['sửa bảng số xe', 'bien_so'],
    ['giờ về sai', 'gio_ve'],
  ])('“%s” without a new value asks for just that', (text, step) => {
    const chat = atReview()
    chat.says(text)
    expect(chat.step()).toBe(`${PASS}/${step}`)
  })

  it.each(['mục 2 sai', 'dòng số 2 ghi sai rồi', 'sửa mục thứ 2'])('“%s” asks for the second line anew', (text) => {
    const chat = atReview()
    chat.says(text)
    expect(chat.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it('takes what was refused for no reason to file: everything is shown again first', () => {
    const chat = atReview()
    chat.says('sửa ngày cưới của tôi')
    expect(chat.says('ok')).toContain('xem lại lần nữa')
    expect(chat.wanted('file')).toEqual([])
    chat.says('ok')
    expect(chat.wanted('file')).toHaveLength(1)
  })

  it('asks which is meant where nothing tells two apart, and keeps the new value for it', () => {
    const chat = atReview()
    expect(chat.says('đổi lại 8h ngày 3/5')).toContain('Ông/bà muốn sửa câu nào?')
    chat.says('Đi từ')
    expect(answers(chat)).toMatchObject({ validFrom: '08:00 03/05/2030' })
  })
})

describe('a correction from any question', () => {
  it.each([
    ['nãy tui ghi lộn số điện thoại, 0919123456 mới đúng', 'phone', '0919123456'],
    ['à nhầm, sđt là 0919123456', 'phone', '0919123456'],
    ['lúc nãy nói lộn tên, tên Nguyễn Văn Bình', 'applicant', 'Nguyễn Văn Bình'],
    ['số đt không phải 0912345678 mà 0919123456', 'phone', '0919123456'],
  ])('“%s” changes %s and goes back to where one was', (text, name, shown) => {
    const chat = at(...PASS_ANSWERS.slice(0, 8))
    expect(chat.step()).toBe(`${PASS}/noi_den`)
    chat.says(text)
    expect(answers(chat)).toMatchObject({ [name]: shown })
    expect(chat.step()).toBe(`${PASS}/noi_den`)
    expect(chat.session.position?.context).not.toHaveProperty('correcting')
    expect(textOf(chat.last)).toContain('Bước 5/')
  })

  it('asks for the one that is named, and then goes on where one was, past nothing that was never asked', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 8), 'quay lại sửa tên')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
    chat.says('Nguyễn Văn Bình')
    expect(chat.step()).toBe(`${PASS}/noi_den`)
    chat.says('Cần Thơ')
    expect(chat.step()).toBe(`${PASS}/bien_so`)
  })

  it('offers what may be meant where nothing is named', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 8))
    expect(chat.says('tui ghi sai rồi')).toContain('[Nơi đi]')
    chat.says('Điện thoại')
    expect(chat.step()).toBe(`${PASS}/dien_thoai`)
  })

  it('takes nothing in a petition for a correction of what was answered', () => {
    const chat = at('#lam:phan-anh', 'đồng ý', 'phuc-vu', 'cán bộ ghi sai tên tôi trong giấy khai sinh, tôi xin sửa')
    expect(answers(chat)['content']).toContain('ghi sai tên')
  })
})

describe('what is denied', () => {
  it.each([
    ['không phải Cần Thơ, qua An Giang', 'to', 'An Giang'],
    ['hông phải đi khám bệnh, đi chợ', 'purpose', 'Đi chợ, mua hàng thiết yếu'],
    ['đừng ghi Cần Thơ nữa, tui qua An Giang', 'to', 'An Giang'],
  ])('in “%s” tells which answer is meant, at a later question too', (text, name, shown) => {
    const chat = at(...PASS_ANSWERS.slice(0, 9))
    expect(chat.step()).toBe(`${PASS}/bien_so`)
    chat.says(text)
    expect(answers(chat)).toMatchObject({ [name]: shown })
  })
})

describe('two corrections at once', () => {
  it('are both made, and shown once', () => {
    const chat = atReview()
    const shown = chat.says('sửa số đt 0919123456, nơi đến An Giang')
    expect(answers(chat)).toMatchObject({ phone: '0919123456', to: 'An Giang' })
    expect(shown.match(/\(vừa sửa\)/g)).toHaveLength(2)
    expect(chat.wanted('file')).toEqual([])
  })
})

describe('where any words would do for the open question', () => {
  const stay = ['#lam:dang-ky-tam-tru', '#co', '#moi', '#ban-than', '#tu-nhap', 'Lê Thị Út', '096190012345', '5/3/1990']
  const open = () => at(...stay, '0912345678', 'ấp Mũi, xã Đất Mũi')
  it.each([
    ['ngày sanh tui sai ời, 3/5/1990 nha', 'birthDate', '03/05/1990'],
    ['sdt tui ghi lon roi, 0918222333 moi dung', 'phone', '0918222333'],
  ])('“%s” is none, for it names what is wrong and says what is right', (text, name, shown) => {
    const chat = open()
    expect(chat.step()).toBe('dang-ky-tam-tru/noi_tam_tru')
    chat.says(text)
    expect(answers(chat)).toMatchObject({ [name]: shown })
    expect(answers(chat)).not.toHaveProperty('stayAddress')
  })
  it('asks anew for what somebody wants changed', () => {
    const chat = open()
    const here = chat.step()
    chat.says('cho tui sửa sđt cái')
    expect(chat.step()).not.toBe(here)
    expect(answers(chat)).not.toHaveProperty('stayAddress')
  })
})

describe('a reason', () => {
  it.each(['địa chỉ thay đổi rồi, tui mới dời nhà', 'sửa nơi thường trú, hồi đó ở với má'])(
    'is no address: “%s” asks for it anew',
    (text) => {
      const stay = ['#lam:dang-ky-tam-tru', '#co', '#moi', '#ban-than', '#tu-nhap', 'Lê Thị Út', '096190012345']
      const chat = at(...stay, '5/3/1990', '0912345678', 'ấp Mũi, xã Đất Mũi', 'phòng 5, nhà trọ Hạnh Phúc')
      chat.says(text)
      expect(answers(chat)['address']).toBe('ấp Mũi, xã Đất Mũi')
    },
  )
})

describe('a time that is told', () => {
  it.each(['18h hôm nay', '18h bữa nay', '6h chieu nay', 'tới 18h hom nay'])(
    'by “%s” is the answer asked for, and puts no earlier one right',
    (text) => {
      const chat = at(...PASS_ANSWERS.slice(0, -2), '14h hôm nay', text)
      expect(answers(chat)).toMatchObject({ validFrom: '14:00 01/05/2030', validUntil: '18:00 01/05/2030' })
    },
  )

  it('is still put right by what was said a while ago', () => {
    const chat = at(...PASS_ANSWERS.slice(0, -2), '14h hôm nay', 'nay ghi lon gio di, 15h hom nay')
    expect(answers(chat)).toMatchObject({ validFrom: '15:00 01/05/2030' })
  })
})

describe('a label', () => {
  const birth = ['#lam:dang-ky-khai-sinh', 'đồng ý', '#khai-sinh', '#viet-nam', 'tự nhập', 'Lê Thị Út', '096190012345']
  const more = ['ấp 4, xã Tân Lộc', '0912345678', '#me', 'Nguyễn Minh Khôi', '#nam', '20/4/2030', 'Bệnh viện Cà Mau']
  const rest = ['Kinh', 'xã Tân Lộc, Cà Mau', '1998', 'Nguyễn Văn Tám', 'bỏ qua', '1988', '#co-giay', 'xã Tân Lộc']
  const review = () => at(...birth, ...more, ...rest, 'bỏ qua', '2')
  it.each([
    ['sửa ngày sinh mẹ', 'nam_sinh_me'],
    ['ngày sinh của má ghi sai', 'nam_sinh_me'],
    ['sửa ngày sinh', 'ngay_sinh_be'],
    ['sửa tên bé', 'ten_be'],
    ['ba nó tên khác', 'ten_cha'],
    ['sửa số căn cước', 'so_can_cuoc'],
    ['sửa cccd của ba', 'so_can_cuoc_cha'],
  ])('is met exactly first, then whole, never by a piece: “%s”', (text, step) => {
    const chat = review()
    expect(chat.step()).toBe('dang-ky-khai-sinh/xem_lai')
    chat.says(text)
    expect(chat.step()).toBe(`dang-ky-khai-sinh/${step}`)
  })
  it('takes the new value in the same sentence', () => {
    const chat = review()
    chat.says('sửa ngày sinh mẹ thành 6/3/1998')
    expect(answers(chat)).toMatchObject({ motherBirthDate: '06/03/1998', childBirthDate: '20/04/2030' })
    chat.says('nãy ghi sai tên, con tên Nguyễn Bảo Anh')
    expect(answers(chat)).toMatchObject({ childName: 'Nguyễn Bảo Anh', applicant: 'Lê Thị Út' })
  })
})

import { describe, expect, it } from 'vitest'
import { checkNamed } from '../../../src/conversation/checks/table.ts'

/** Sunday 22/11/2026, 09:30; who writes is Lê Thị Út of xã Tân Lộc, and goes at seven the next day. */
const NOW = Date.parse('2026-11-22T09:30:00+07:00')
const said = (value: string) => ({ value, shown: value })
const ANSWERS = {
  applicant: said('Lê Thị Út'),
  address: said('ấp 4, xã Tân Lộc'),
  validFrom: { value: String(Date.parse('2026-11-23T07:00:00+07:00')), shown: '07:00 23/11/2026' },
}
const read = (name: string, text: string) => {
  const reading = checkNamed(name)?.check(text, { now: NOW, answers: ANSWERS })
  if (!reading) throw new Error(name)
  if (reading.ok === false) return 'refused'
  const other = reading.ok === 'unsure' && reading.otherwise ? ` | ${reading.otherwise.shown}` : ''
  return `${reading.ok === true ? '' : '? '}${reading.shown}${other}`
}

describe('what is said around an answer is no part of it', () => {
  it.each([
    ['householdBusinessName', 'Quán cà phê Gió Biển nha em', 'Quán cà phê Gió Biển'],
    ['address', 'ấp 4, xã Tân Lộc nghen', 'ấp 4, xã Tân Lộc'],
    ['address', 'khóm 3 phường An Xuyên đó anh.', 'khóm 3 phường An Xuyên'],
    ['householdBusinessName', 'Tạp hóa Cô Nha', 'Tạp hóa Cô Nha'],
  ])('%s: %s', (name, text, expected) => expect(read(name, text)).toBe(expected))

  it('and days may be parted by points and a dash', () =>
    expect(read('dateRange', '01.12.26-01.06.27')).toBe('? 01/12/2026 đến 01/06/2027'))

  it('and last year at Tết is no fifth of Tết', () => {
    expect(read('birthDate', 'giáp tết năm rồi')).toBe('refused')
    expect(read('birthDate', 'mùng năm tết năm nay')).toBe('? 21/02/2026')
  })
})

describe('a day', () => {
  it.each([
    ['pastDay', 'tròn 1 tuần nay', '? 15/11/2026'],
    ['pastDay', 'mới được 5 ngày', '? 17/11/2026'],
    ['pastDay', 'mấy bữa nay', 'refused'],
    ['workingDay', '99', 'refused'],
    ['workingDay', 'hôm nào rảnh cũng được, em xếp giùm', '? 23/11/2026'],
    ['birthDate', 'tám mươi chín tuổi ta rồi con', '? 1938 | 1937'],
    ['pastDay', 'trung thu vừa rồi', '? 25/09/2026'],
    ['pastDay', 'mùng 5 bên ta, tháng mười', '? 13/11/2026'],
    ['pastDay', 'bữa noel năm ngoái', '25/12/2025'],
    ['futureDay', 'hôm đưa ông táo', '? 30/01/2027'],
    ['dateRange', 'từ noel tới tết tây', '? 25/12/2026 đến 01/01/2027'],
    ['birthDate', '0304/2003', '03/04/2003'],
    ['birthDate', 'ngafy 5 thasng 3 nawm 1990', '05/03/1990'],
    ['birthDate', 'vợ tui tuổi sửu 97', '? 1997'],
    ['workingDay', 'mai nha, chiều tui mắc đưa con đi học', '23/11/2026'],
    ['pastDay', 'bữa thứ hai, hông chắc nữa', 'refused'],
  ])('of %s is heard in “%s”', (name, text, expected) => expect(read(name, text)).toBe(expected))

  it.each([
    ['31/9/2026', 'tháng 9 chỉ có 30 ngày'],
    ['29.2.1995', 'tháng 2 năm 1995 chỉ có 28 ngày'],
    ['15/13/2026', 'chỉ có 12 tháng'],
    ['giữa tháng mười, tui hổng nhớ ngày', 'giấy chứng sinh'],
  ])('that is none is told why: “%s”', (text, because) =>
    expect(checkNamed('pastDay')?.check(text, { now: NOW, answers: {} })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because) as string,
    }),
  )
})

describe('the year in which something was registered', () => {
  it.each([
    ['ba má cưới năm 1989, khai sinh tui làm năm 91', '? 1991'],
    ['tui sinh 1988 mà 1991 mới làm khai sinh', '? 1991'],
    ['năm bảy lăm', '? 1975'],
    ['cách đây 20 năm', '? 2006'],
    ['1990 hay 1991', '? 1990 | 1991'],
    ['lâu rồi', 'refused'],
  ])('is heard in “%s”', (text, expected) => expect(read('registrationYear', text)).toBe(expected))

  it.each([
    ['hông nhớ năm nào, lâu quá rồi con ơi', true],
    ['quên mất năm nào rồi', true],
    ['không nhớ, chắc 1990', false],
    ['lâu rồi', false],
  ])('may be forgotten: “%s”', (text, isForgotten) =>
    expect(checkNamed('registrationYear')?.saysNone?.(text)).toBe(isForgotten),
  )
})

describe('hours and days of the week', () => {
  it.each([
    ['permitStart', '0530 ngày mai', '05:30 23/11/2026'],
    ['permitStart', 'chiều mai 1730', '17:30 23/11/2026'],
    ['permitStart', 'càng sớm càng tốt', 'refused'],
    ['weekdays', 'thứ 3 vs thứ 6 hàng tuần', 'thứ Ba, thứ Sáu'],
    ['weekdays', 'sáng thứ 4 với chủ nhựt', 'thứ Tư, Chủ nhật'],
    ['openHours', '5 giờ sáng đi trưa 12 giờ về', '05:00 đến 12:00'],
    ['openHours', '6h sáng mở cửa 6h chiều đóng', '06:00 đến 18:00'],
    ['openHours', '7h 9h', 'refused'],
    ['openHours', 'chieu 3h den 5h', '? 15:00 đến 17:00'],
    ['householdBusinessName', 'tên quán á hả, lấy tên con gái: Thảo My Coffee', 'Thảo My Coffee'],
  ])('%s: “%s”', (name, text, expected) => expect(read(name, text)).toBe(expected))
})

it.each([
  ['tám mươi triệu', '80.000.000 đồng'],
  ['dạ khoảng tám mươi triệu', '80.000.000 đồng'],
  ['tầm mười triệu', '10.000.000 đồng'],
  ['tam muoi trieu', '? 80.000.000 đồng | 10.000.000 đồng'],
])('of money “%s” is %s', (text, expected) => expect(read('money', text)).toBe(expected))

describe('at a question for a name', () => {
  it.each([
    'hihi hồi hộp quá',
    'haha vui ghê',
    'mệt quá trời',
    'run quá em ơi',
    'lo qua',
    'dân ở đây thôi',
    'một công dân gương mẫu',
    'ông nội chưa đặt',
    'chưa nghĩ ra tên',
    'tên ở nhà là Cà Rốt',
    'nhà của anh ruột tui',
    'công ty TNHH Minh Phú',
    'giống trên căn cước á',
    'cô ba bán bánh mì',
    'bà con ấp Tân Hiệp',
    'chua co nguoi yeu',
    'tội nghiệp bả già yếu rồi',
    'ông nội đòi coi thầy rồi mới đặt',
    'ong noi chua chiu ten nao het',
    'mai hỏi má tui đã',
    'cứ kêu tui là chị Năm bán cá',
    'ai cũng kêu là Bảy Xe Ôm',
  ])('talk and feelings are none: %s', (text) => expect(read('personName', text)).toBe('refused'))

  it.each([
    ['đặt là Nguyễn Hoàng Nam', 'Nguyễn Hoàng Nam'],
    ['trưởng ấp Nguyễn Văn Hợi', 'Nguyễn Văn Hợi'],
    ['công an xã Trần Quốc Toàn', 'Trần Quốc Toàn'],
    ['cứ kêu em là Nguyễn Văn Bình', 'Nguyễn Văn Bình'],
    ['mai thị hoa', 'Mai Thị Hoa'],
    ['lâm thị kim ngân sn 95', 'Lâm Thị Kim Ngân'],
    ['từ công phụng', 'Từ Công Phụng'],
    ['vợ em Danh Thị Mai', 'Danh Thị Mai'],
    ['chủ là ông Trần Văn Hợi', 'Trần Văn Hợi'],
    ['trần Văn Út', 'trần Văn Út'],
    ['Trần Văn Lo', 'Trần Văn Lo'],
    ['bà Sáu Mập chủ trọ, tên thiệt là Trịnh Thị Mười', 'Trịnh Thị Mười'],
    ['ông Năm Đờn, ten tren giay to la Huỳnh Văn Năm', 'Huỳnh Văn Năm'],
    ['Lý Mỹ Xuyến con dâu', 'Lý Mỹ Xuyến'],
    ['Ngô Thị Bé, chị ruột', 'Ngô Thị Bé'],
    ['bà cố', '? Bà Cố'],
  ])('%s is %s', (text, expected) => expect(read('personName', text)).toBe(expected))

  it.each(['lấy tên tui luôn', 'tui là chủ nhà luôn', 'chủ nhà là tui'])('who speaks may mean themselves: %s', (text) =>
    expect(read('personName', text)).toBe('? Lê Thị Út'),
  )

  it.each(['ảnh bỏ đi rồi, không ghi', 'con không có cha', 'mẹ đơn thân nên bỏ trống'])(
    'nobody is named where none is to be: %s',
    (text) => expect(read('fullNameOrUnknown', text)).toBe('Không rõ'),
  )
})

describe('everyday answers', () => {
  it.each([
    ['weekdays', '2-4-6', 'thứ Hai, thứ Tư, thứ Sáu'],
    ['weekdays', 'thứ hai - thứ tư - thứ sáu', 'thứ Hai, thứ Tư, thứ Sáu'],
    ['weekdays', 'thứ 2 - thứ 6', 'thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu'],
    ['weekdays', '3-5', '? thứ Ba, thứ Tư, thứ Năm | thứ Ba, thứ Năm'],
    ['weekdays', '246', '? thứ Hai, thứ Tư, thứ Sáu'],
    ['weekdays', 't2 đến t6 nghỉ t4', '? thứ Hai, thứ Ba, thứ Năm, thứ Sáu'],
    ['weekdays', 'bữa đi bữa nghỉ', 'refused'],
    ['copies', 'hai ba bản gì đó', '? 2 | 3'],
    ['copies', 'mấy tiền 1 bản', 'refused'],
    ['wholeNumber', 'khong can dau', '0'],
    ['money', 'mấy chục triệu à', 'refused'],
    ['money', 'có nhiêu làm nhiêu', 'refused'],
    ['money', 'tầm trăm triệu', '100.000.000 đồng'],
    ['companions', 'vợ chồng tui với 2 đứa nhỏ', '? 3 người'],
    ['companions', 'chở má đi', '? 1 người'],
    ['companions', 'mình tui', 'không có ai'],
    ['companions', 'cả nhà', 'refused'],
    ['personName', 'Nguyeenx Thij Huowngf', '? Nguyễn Thị Hường'],
    ['ethnicity', 'me khmer ba kinh', '? Kinh | Khmer'],
    ['ethnicity', 'theo cha: Kinh', 'Kinh'],
    ['ethnicity', 'Tàu', 'Hoa'],
    ['ethnicity', 'lấy theo má nó', 'refused'],
    ['householdBusinessName', 'tên là Quán Cơm Bà Sáu', 'Quán Cơm Bà Sáu'],
    ['householdBusinessName', 'Tạp hóa Út Tèo, phường An Xuyên, vốn 50 triệu', 'Tạp hóa Út Tèo'],
    ['householdBusinessName', 'lấy tên tui luôn', '? Lê Thị Út'],
    ['householdBusinessName', 'đặt tên gì đẹp em', 'refused'],
    ['lookupSecret', '4 số là 7kx2 á', '7KX2'],
    ['address', 'như trên', 'refused'],
    ['address', 'ấp 4', 'refused'],
    ['commune', 'xã tui ở đó', '? Xã Tân Lộc'],
    ['commune', 'đâu cũng được', '? Xã Tân Lộc'],
    ['area', 'campuchia', 'refused'],
    ['longText', 'xem hinh', 'refused'],
  ])('%s reads %j as %s', (name, text, expected) => expect(read(name, text)).toBe(expected))

  it.each([
    ['plate', 'đi vỏ lãi'],
    ['plate', 'di xe con rể, ko nho so'],
    ['plate', 'quá giang xe người quen'],
    ['citizenNumber', 'ổng giữ, tui hông nhớ'],
    ['citizenNumber', 'chưa có căn cước'],
    ['shortText', 'không biết số mấy quyển mấy'],
    ['freeText', 'đó giờ ở đây hông đi đâu'],
  ])('%s hears that there is none in %j', (name, text) => expect(checkNamed(name)?.saysNone?.(text)).toBe(true))

  it.each([
    ['plate', '69B1-234.56'],
    ['citizenNumber', 'không có cha'],
    ['shortText', 'số 12, quyển số 01'],
    ['freeText', 'để bổ sung hồ sơ nhập học'],
  ])('%s hears no such thing in %j', (name, text) => expect(checkNamed(name)?.saysNone?.(text)).toBe(false))
})

describe('days and hours', () => {
  it.each([
    ['pastDay', 'mùng 5 tháng 6 nhuận', '? 29/07/2025'],
    ['pastDay', 'ngay 5', '? 05/11/2026'],
    ['pastDay', 'bé 2 tuần tuổi', '? 08/11/2026'],
    ['pastDay', 'chưa sanh', 'refused'],
    ['pastDay', 'bé tròn 1 tháng hôm qua', 'refused'],
    ['birthDate', 'mùng 10 tháng 4 nhuận năm 2001', '? 01/06/2001'],
    ['birthDate', 'sinh nhật 5/3 năm 1990', '05/03/1990'],
    ['birthDate', 'năm nay em 28', '? 1998 | 1997'],
    ['birthDate', 'tuổi con rắn, 89', '? 1989'],
    ['registrationYear', '2 năm trước', '? 2024'],
    ['registrationYear', 'chắc cỡ 98, 99', '? 1998 | 1999'],
    ['dateRange', 'nửa năm', '? 22/11/2026 đến 21/05/2027'],
    ['dateRange', 'ở lâu dài', 'refused'],
    ['workingDay', 'cuối tuần', '? 30/11/2026'],
    ['permitStart', 'khoảng 6-7h sáng mai', '? 06:00 23/11/2026 | 07:00 23/11/2026'],
    ['permitStart', 'nửa tiếng nữa', '10:00 22/11/2026'],
    ['permitStart', 'lát nữa đi liền', 'refused'],
    ['permitStart', 'thứ tư tuần này 7h', '? 07:00 25/11/2026'],
    ['permitEnd', 'tối về', '? 20:00 23/11/2026'],
    ['permitEnd', 'thứ 5 về', '? 23:59 26/11/2026'],
    ['permitEnd', 'qua hôm sau 10h sáng', '10:00 24/11/2026'],
    ['openHours', 'buổi sáng', 'refused'],
  ])('%s reads %j as %s', (name, text, expected) => expect(read(name, text)).toBe(expected))
})

import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/conversation/words/session.ts'
import { checks } from '../../src/conversation/checks/table.ts'
import { communes } from '../../src/province/areas.ts'
import { fold } from '../../src/kernel/text.ts'

/** Sunday. */
const now = Date.parse('2026-11-22T09:30:00+07:00')
const answer = (value: string): Answer => ({ value, shown: value })
const because = (part: string): object => ({ because: expect.stringContaining(part) as string })

/** Number in domain §10 or nothing for one of our own, check, what is typed, what comes of it, answers before. */
const cases: [string, string, object, Record<string, Answer>?][] = [
  // 3, 5 and the pasted dash
  ['dossierCode', 'H12.35.7-261118-0042 toi dau roi', { ok: 'unsure', value: 'H12.35.07-261118-0042' }],
  ['dossierCode', 'H12.20 261118 42', { ok: 'unsure', value: 'H12.20-261118-0042' }],
  ['dossierCode', 'H12.20–261118–0042', { ok: true, value: 'H12.20-261118-0042' }],
  ['dossierCode', 'h12 99 261101 1', { ok: 'unsure', value: 'H12.99-261101-0001' }],
  ['dossierCode', '000.00.12.H12-210915-0042', { ok: true, value: 'H12.12-210915-0042' }],
  ['plate', 'xe tm 12 34', { ok: true, value: 'TM-12-34' }],
  // 7, 9, N3
  ['citizenNumber', 'cccd 096 190 012 345 nha e', { ok: true, value: '096190012345' }],
  ['citizenNumber', '096190012345', { ok: 'unsure', ...because('giới tính là nữ') }, { sex: answer('nam') }],
  ['citizenNumber', '096190012345', { ok: 'unsure', ...because('1990') }, { sex: answer('nu'), birthDate: answer('1988-02-19') }],
  ['citizenNumber', '096190012345', { ok: true }, { sex: answer('nu'), birthDate: answer('1990') }],
  ['citizenNumber', '96190012345', { ok: 'unsure', value: '096190012345' }],
  ['citizenNumber', '0961900123', { ok: false, ...because('số điện thoại') }],
  ['phone', '0961900123', { ok: true, value: '0961900123' }],
  // 11
  ['birthDate', 'mùng 3 tết Mậu Thìn', { ok: 'unsure', value: '1988-02-19', shown: '19/02/1988', ...because('ngày 3 tháng 1 âm lịch năm 1988') }],
  ['birthDate', 'Mậu Thìn', { ok: 'unsure', value: '1988', otherwise: { value: '1928', shown: '1928' } }],
  ['birthDate', 'sinh năm Canh Ngọ', { ok: 'unsure', value: '1990', otherwise: { value: '1930', shown: '1930' } }],
  ['birthDate', 'tui tuổi con rồng', { ok: false, ...because('2024, 2012, 2000, 1988') }],
  ['birthDate', 'tuổi Tuất', { ok: false, ...because('2018, 2006, 1994') }],
  ['birthDate', 'không rõ ngày, 1950', { ok: true, value: '1950' }],
  // 13, 15, N1, N7
  ['area', 'ấp 4 xã Tắc Vân tp Cà Mau', { ok: 'unsure', shown: 'Phường Hòa Thành' }],
  ['commune', 'huyen phu tan', { ok: false, ...because('Xã Cái Đôi Vàm, Xã Nguyễn Việt Khái, Xã Phú Tân, Xã Phú Mỹ') }],
  ['commune', 'Ðất Mũi', { ok: true, value: '17' }],
  ['commune', 'vinh loi', { ok: true, value: '62' }],
  ['commune', 'vinh loc', { ok: true, value: '47' }],
  ['commune', 'vinh lo', { ok: 'unsure' }],
  // 25
  ['personName', 'Nguyeenx Vawn Tamf', { ok: 'unsure', value: 'Nguyễn Văn Tàm' }],
  // Relative and spoken days
  ['pastDay', 'hôm kia', { ok: true, value: '2026-11-20' }],
  ['pastDay', '5 ngày trước', { ok: 'unsure', value: '2026-11-17' }],
  ['pastDay', 'cách đây mười ngày', { ok: 'unsure', value: '2026-11-12' }],
  ['pastDay', 'thứ 3 tuần rồi', { ok: 'unsure', value: '2026-11-10' }],
  ['pastDay', 'ngày hai mươi tháng mười một', { ok: 'unsure', value: '2026-11-20' }],
  ['pastDay', '2026-11-20', { ok: true, value: '2026-11-20' }],
  ['birthDate', 'ngày năm tháng ba năm chín mươi', { ok: 'unsure', value: '1990-03-05' }],
  ['birthDate', '1998-03-05', { ok: true, value: '1998-03-05' }],
  ['permitStart', '0h ngày 24', { ok: true, shown: '00:00 24/11/2026' }],
  ['permitStart', '6 giờ kém 15 sáng mai', { ok: true, shown: '05:45 23/11/2026' }],
  ['permitStart', '8 rưỡi tối nay', { ok: true, shown: '20:30 22/11/2026' }],
  ['permitStart', 'chiều thứ 6', { ok: 'unsure', shown: '13:00 27/11/2026' }],
  ['permitStart', '3 tiếng nữa', { ok: true, shown: '12:30 22/11/2026' }],
  ['permitStart', 'thứ 2 tuần sau 7h', { ok: true, shown: '07:00 23/11/2026' }],
  ['permitStart', '10 ngày nữa', { ok: false, ...because('trong 7 ngày tới') }],
  ['permitEnd', '5 ngày', { ok: 'unsure', shown: '07:00 28/11/2026' }, { validFrom: answer(String(Date.parse('2026-11-23T07:00+07:00'))) }],
  ['permitEnd', 'trong ngày', { ok: 'unsure', shown: '23:59 23/11/2026' }, { validFrom: answer(String(Date.parse('2026-11-23T07:00+07:00'))) }],
  ['permitEnd', '5h chiều cùng ngày', { ok: true, shown: '17:00 23/11/2026' }, { validFrom: answer(String(Date.parse('2026-11-23T07:00+07:00'))) }],
  // Names, numbers and places that are none
  ['personName', 'bà Nguyễn Thị Bé', { ok: true, value: 'Nguyễn Thị Bé' }],
  ['personName', 'Ông Văn Tùng', { ok: true, value: 'Ông Văn Tùng' }],
  ['personName', 'Nguyễn Văn An 😀', { ok: true, value: 'Nguyễn Văn An' }],
  ['personName', 'không phải, Trần Thị Bé', { ok: true, value: 'Trần Thị Bé' }],
  ['personName', 'thằng Tí', { ok: false, ...because('họ tên') }],
  ['personName', 'chưa đặt tên', { ok: false, ...because('trên giấy tờ') }],
  ['personName', 'Nguyễn Văn An và Trần Thị Bé', { ok: false, ...because('một người') }],
  ['citizenNumber', '096l90O12345', { ok: 'unsure', value: '096190012345' }],
  ['citizenNumber', 'không chín sáu một chín không không một hai ba bốn năm', { ok: 'unsure', value: '096190012345' }],
  ['citizenNumber', 'mất thẻ rồi', { ok: false, ...because('VNeID') }],
  ['phone', '09I2345678', { ok: 'unsure', value: '0912345678' }],
  ['phone', '0912.345.678 hoặc 0987654321', { ok: false, ...because('một số thôi') }],
  ['plate', 'biển xanh 69A 001.23', { ok: true, value: '69A-001.23' }],
  ['plate', '69B1-23456 và 69A-12345', { ok: false, ...because('một biển số thôi') }],
  ['plate', 'chưa có biển', { ok: false, ...because('Bỏ qua') }],
  ['area', 'nhà tôi', { ok: false, ...because('Ví dụ') }],
  // A sentence is no name; titles are not part of one
  ...['ko biet', 'tên gì cũng dc', 'đợi xíu', 'sao hỏi tên tui', 'để tui coi lại', 'bận rồi mai nhắn', 'em làm cho mẹ em', 'tui không biết chữ'].map((text): [string, string, object] => ['personName', text, { ok: false, ...because('trên giấy tờ') }]),
  ...['Nguyễn Văn Được', 'Trần Thị Biết', 'Mai Thị Cho', 'Hồ Biết Chữ', 'Ông Ích Khiêm', 'Khổng Minh Không', 'Y Moan', 'Thạch Ngọc Mai', 'Neáng Kim'].map((text): [string, string, object] => ['personName', text, { ok: true, value: text }]),
  ['personName', 'Anh Nguyễn Văn Hùng', { ok: true, value: 'Nguyễn Văn Hùng' }],
  ['personName', 'bác sĩ Lê Văn Tám', { ok: true, value: 'Lê Văn Tám' }],
  ['personName', 'má tui tên Lê Thị Sáu', { ok: true, value: 'Lê Thị Sáu' }],
  ['fullNameOrUnknown', 'không có cha', { ok: true, value: 'khong-ro' }],
  ['phone', '+841681234567', { ok: 'unsure', value: '0381234567' }],
  ['citizenNumber', '096190012345 096190012346', { ok: false, ...because('một số thôi') }],
  ['permitStart', 'tám giờ sáng mai', { ok: true, shown: '08:00 23/11/2026' }],
  ['permitStart', '3h chiều hay 4h chiều', { ok: false, ...because('chưa hiểu') }],
  ['permitStart', 'mai mốt', { ok: false, ...because('chưa hiểu') }],
  ['permitStart', '10h tối qua', { ok: false, ...because('đã qua') }],
  ['futureDay', 'một tuần nữa', { ok: 'unsure', value: '2026-11-29' }],
  ['futureDay', 'thứ 6 tuần sau nữa', { ok: true, value: '2026-12-04' }],
  ['pastDay', 'chủ nhật tuần trước', { ok: 'unsure', value: '2026-11-15' }],
  ['anyDay', '30 tết', { ok: 'unsure' }],
  ['area', 'xã Tân Hưng Tây', { ok: 'unsure' }],
  // Codes copied with other signs or none; places whose marks or title say otherwise
  ...['000-00-20-H12-220315-0042', 'OOO.OO.20.H12-220315-OO42'].map((text): [string, string, object] => ['dossierCode', text, { ok: 'unsure', value: 'H12.20-220315-0042' }]),
  ...['H1220 261118 0042', 'H12202611180042', 'h12 . 20 - 261118 - 0042', 'H12.20.261118.0042', 'H12.20-2611180042', '12.20-261118-0042'].map((text): [string, string, object] => ['dossierCode', text, { ok: 'unsure', value: 'H12.20-261118-0042' }]),
  ['dossierCode', 'mất biên nhận rồi', { ok: false, ...because('hỏi cán bộ') }],
  ['area', 'thị trấn Năm Căn', { ok: 'unsure', shown: 'Xã Năm Căn' }],
  ['area', 'phường Vĩnh Thạnh', { ok: 'unsure', shown: 'Xã Vĩnh Thanh' }],
  ['area', 'xã Vĩnh Mỹ B', { ok: 'unsure', shown: 'Xã Vĩnh Mỹ' }],
  ['area', 'khóm 2 phường 6', { ok: 'unsure', shown: 'Phường Hòa Thành' }],
  ['area', 'tỉnh Hòa Bình', { ok: 'unsure', shown: 'Phú Thọ' }],
  ['address', 'không biết', { ok: false, ...because('Ví dụ') }],
  ['address', 'nhà tui', { ok: false, ...because('Ví dụ') }],
  ['householdBusinessName', 'chưa nghĩ ra', { ok: false, ...because('chọn một tên') }],
  ['money', '1200', { ok: 'unsure', value: '1200000' }],
  ['futureDay', 'ngày 30', { ok: 'unsure', value: '2026-11-30' }],
  // Of the same kind
  ['personName', 'Nguyeenx Minh Khooi', { ok: 'unsure', value: 'Nguyễn Minh Khôi' }],
  ['anyDay', '15/7/2026 âl', { ok: 'unsure', value: '2026-08-27' }],
  ['anyDay', 'tháng 7 năm 2026 ngày 15 âm lịch', { ok: 'unsure', value: '2026-08-27' }],
  ['anyDay', '23 tháng chạp năm 2025', { ok: 'unsure', value: '2026-02-10' }],
  ['pastDay', '5.3.90', { ok: 'unsure', value: '1990-03-05' }],
  ['pastDay', 'hôm qua', { ok: true, value: '2026-11-21' }],
  ['futureDay', 'thứ 6 tuần sau', { ok: true, value: '2026-11-27' }],
  ['futureDay', '5/1', { ok: 'unsure', value: '2027-01-05' }],
  ['workingDay', '24/11/2026', { ok: 'unsure', value: '2026-11-25', ...because('Văn hóa Việt Nam') }],
  ['workingDay', '28/11/2026', { ok: 'unsure', value: '2026-11-30', ...because('cuối tuần') }],
  ['workingDay', 'mai', { ok: true, value: '2026-11-23' }],
  ['dateRange', '6 tháng từ 31/8/2026', { ok: true, value: '2026-08-31/2027-02-28' }],
  ['dateRange', '1/6 đến 30/11/2030', { ok: true, value: '2030-06-01/2030-11-30' }],
  ['dateRange', '15/12 đến 15/1/2027', { ok: true, value: '2026-12-15/2027-01-15' }],
  ['money', '1tr2', { ok: true, value: '1200000', shown: '1.200.000 đồng' }],
  ['money', '2 triệu rưỡi', { ok: true, value: '2500000' }],
  ['money', '500', { ok: 'unsure', value: '500000', otherwise: { value: '500' } }],
  ['oldIdentityNumber', 'cmnd 381 234 567', { ok: true, value: '381234567' }],
  ['birthDate', '1988', { ok: 'unsure', ...because('1990') }, { sex: answer('nu'), citizenNumber: answer('096190012345') }],
  ['birthDate', '1988', { ok: true, value: '1988' }, { citizenNumber: answer('096190012345') }],
  ['householdBusinessName', 'Hộ kinh doanh Cty Minh Anh', { ok: false, ...because('Ví dụ') }],
  ['place', 'Vị trí trên bản đồ (9,17690, 105,15000)', { ok: true, value: '9.1769,105.15' }],
  ['timeOfDay', '8h rưỡi', { ok: true, value: '08:30' }],
  ['email', 'an@gmai.com', { ok: 'unsure', value: 'an@gmail.com' }],
] // prettier-ignore

describe('on Sunday 22 November 2026', () => {
  it.each(cases)('%s understands %j as it is meant', (name, text, expected, answers = {}) => {
    const context = { now, answers }
    const reading = checks.get(name)?.check(text, context)
    expect(reading).toMatchObject(expected)
    if (reading && reading.ok !== false)
      expect(checks.get(name)?.check(reading.shown, context)).toMatchObject({ value: reading.value })
  })

  it.each([...communes])('$name reads as itself in every spelling, unasked', ({ code, name, kind }) => {
    const title = kind === 'ward' ? 'phường' : 'xã'
    for (const text of [
      name,
      fold(name),
      name.toUpperCase(),
      name.normalize('NFD'),
      `${title} ${name}`,
      `${fold(title)} ${fold(name)}`,
    ])
      for (const check of ['commune', 'area'])
        expect(checks.get(check)?.check(text, { now, answers: {} }), text).toMatchObject({
          ok: true,
          value: String(code),
        })
  })
})

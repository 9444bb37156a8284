import { describe, expect, it } from 'vitest'
import { momentsOf } from '../../../src/conversation/checks/moments.ts'
import { checks } from '../../../src/conversation/checks/table.ts'

/** Sunday 22/11/2026, 09:30. */
const NOW = Date.parse('2026-11-22T09:30:00+07:00')
const START = { validFrom: { value: String(Date.parse('2026-11-23T07:00:00+07:00')), shown: '07:00 23/11/2026' } }

describe('the times of a sentence', () => {
  it.each([
    ['mai 7h tới 17h', ['from mai 7h', 'to 17h']],
    ['mai 6h di, chieu 5h ve', ['from mai 6h', 'to chieu 5h']],
    ['mai 6h di toi 7h ve', ['from mai 6h', 'to tối 7h / 7h']],
    ['đi 6h, về 5h chiều', ['from 6h', 'to 5h chiều']],
    ['từ 5h sang mai toi thu 6', ['from 5h sang mai', 'to thu 6']],
    ['8h toi 2/5', ['8h tối 2/5']],
    ['thứ 6 tới 8h', ['thứ 6 tới 8h']],
    ['5h-9h30', ['from 5h', 'to 9h30']],
    ['tu nay den het nam', ['from nay', 'to het nam']],
    ['1/12 tới 31/5 năm sau', ['from 1/12', 'to 31/5 năm sau']],
    ['khuya thứ tư cỡ 11h', ['khuya thứ tư 11h']],
    ['2 giờ chiều thứ sáu', ['2 giờ chiều thứ sáu']],
    ['thứ sáu tới 8h', ['thứ sáu tới 8h']],
    ['cho tui đi ngày mốt', ['from ngày mốt']],
    ['đi từ Đất Mũi, hôm nay 10h đi chiều 5h về', ['from hôm nay 10h', 'to chiều 5h']],
  ])('in %j', (text, moments) =>
    expect(
      momentsOf(text).map(({ side, said }) => [side, said.filter(Boolean).join(' / ')].filter(Boolean).join(' ')),
    ).toEqual(moments),
  )

  it.each([
    ['permitStart', 'mai 7h tới 17h', { ok: true, shown: '07:00 23/11/2026' }],
    ['permitStart', 'mai 6h di, chieu 5h ve', { ok: true, shown: '06:00 23/11/2026' }],
    ['permitStart', 'đi liền bây giờ', { ok: true, shown: '09:30 22/11/2026' }],
    ['permitStart', '2 tiếng nữa đi', { ok: true, shown: '11:30 22/11/2026' }],
    ['permitStart', 'mung 1 thang 11 am 6h', { ok: false }],
    ['permitStart', 'rằm tháng 10 lúc 7h', { ok: 'unsure', shown: '07:00 23/11/2026' }],
    ['permitEnd', 'mai 6h đi, chiều 5h về', { ok: 'unsure', shown: '17:00 23/11/2026' }],
    ['permitEnd', 'mai 6h di toi 7h ve', { ok: 'unsure', shown: '19:00 23/11/2026' }],
    ['permitEnd', 'khuya thứ tư cỡ 11h', { ok: true, shown: '23:00 25/11/2026' }],
    ['permitEnd', '2 hom sau', { ok: 'unsure', shown: '07:00 25/11/2026' }],
    ['permitExtension', 'gia han them 3 ngay', { ok: 'unsure', shown: '07:00 26/11/2026' }],
    ['permitExtension', 'cho xin thêm 1 tuần nữa', { ok: 'unsure', shown: '07:00 30/11/2026' }],
  ])('%s reads its own in %j', (name, text, expected) =>
    expect(checks.get(name)?.check(text, { now: NOW, answers: START })).toMatchObject(expected),
  )
})

describe('a day or a stretch of days', () => {
  it.each([
    ['dateRange', 'từ mai tới hết tháng 3', '23/11/2026 đến 31/03/2027'],
    ['dateRange', '1/12 tới 31/5 năm sau', '01/12/2026 đến 31/05/2027'],
    ['dateRange', 'tu nay den het nam', '22/11/2026 đến 31/12/2026'],
    ['dateRange', '6 tháng', '22/11/2026 đến 21/05/2027'],
    ['futureDay', 'đầu tháng sau', '01/12/2026'],
    ['pastDay', 'mùng 5 tháng 11 dương', '05/11/2026'],
    ['workingDay', 'cang som cang tot', '23/11/2026'],
    ['birthDate', 'bà 88 tuổi', '1938'],
    ['birthDate', 'bảy mươi tám tuổi', '1948'],
    ['registrationYear', 'hồi 95', '1995'],
  ])('%s asks back what %j is', (name, text, shown) =>
    expect(checks.get(name)?.check(text, { now: NOW, answers: {} })).toMatchObject({ ok: 'unsure', shown }),
  )

  it.each([
    ['weekdays', 'thứ 2 4 6', 'thứ Hai, thứ Tư, thứ Sáu'],
    ['weekdays', 'hai tư sáu', 'thứ Hai, thứ Tư, thứ Sáu'],
    ['weekdays', 'trừ chủ nhật ra', 'thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy'],
    ['copies', 'cho 5 tờ đi', '5'],
    ['futureDay', 'liền bây giờ', '22/11/2026'],
    ['personName', 'bà Lê Thị Hồng chủ trọ', 'Lê Thị Hồng'],
    ['personName', 'ba nó là Lê Văn Tèo', 'Lê Văn Tèo'],
    ['personName', 'Nguyễn Bảo An, con gái', 'Nguyễn Bảo An'],
  ])('%s takes what %j is', (name, text, shown) =>
    expect(checks.get(name)?.check(text, { now: NOW, answers: {} })).toMatchObject({ ok: true, shown }),
  )

  it.each(['co Hai', 'bác Tư', 'tui là chủ nhà luôn', 'chua co nguoi yeu', 'lấy tên tui luôn'])(
    'nobody is called %j on paper',
    (text) => expect(checks.get('personName')?.check(text, { now: NOW, answers: {} })).toMatchObject({ ok: false }),
  )
})

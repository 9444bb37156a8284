import { describe, expect, it } from 'vitest'
import { checks } from '../../../src/conversation/checks/table.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'

describe.each([...checks.values()])('the check $name', (check) => {
  const context = { now: MODEL_NOW, answers: check.samplesAfter ?? {} }

  it.each(check.good)('accepts %j', (text) => expect(check.check(text, context)).toMatchObject({ ok: true }))

  it.each(check.bad)('does not accept %j unasked', (text) => expect(check.check(text, context).ok).not.toBe(true))

  it.each([...check.good, ...check.bad])('reads back what it showed for %j', (text) => {
    const reading = check.check(text, context)
    if (reading.ok === false) return expect(reading.because).toMatch(/[.:]$/)
    const again = check.check(reading.shown, context)
    expect(again).toMatchObject(again.ok === false ? { ok: true } : { value: reading.value })
  })

  it('keeps its words in NFC and within a message', () => {
    for (const text of [
      check.hint,
      ...check.bad.map((bad) => check.check(bad, context)).flatMap((it) => ('because' in it ? it.because : [])),
    ]) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text.length).toBeLessThan(500)
    }
  })
})

/** Vitest types its asymmetric matchers as `any`. */
const containing = (part: string): unknown => expect.stringContaining(part)

const readings: [string, string, object][] = [
  ['personName', 'Nguyeenx Vawn Tamf', { ok: 'unsure', shown: 'Nguyễn Văn Tàm' }],
  ['personName', 'Nguye6n4 Va8n A1n', { ok: 'unsure', shown: 'Nguyễn Văn Án' }],
  ['personName', 'Trần Ddaats', { ok: 'unsure', shown: 'Trần Đất' }],
  ['personName', 'NGUYỄN VĂN AN', { ok: true, value: 'Nguyễn Văn An' }],
  ['personName', 'Ðỗ Văn Ðen', { ok: true, value: 'Đỗ Văn Đen' }],
  ['personName', 'Nguyen Van An', { ok: 'unsure', value: 'Nguyen Van An' }],
  ['citizenNumber', '96190012345', { ok: 'unsure', value: '096190012345' }],
  ['citizenNumber', '0961900123', { ok: false, because: containing('điện thoại') }],
  ['citizenNumber', '381234567', { ok: false, because: containing('chứng minh nhân dân') }],
  ['phone', '01634567890', { ok: 'unsure', value: '0334567890' }],
  ['phone', '+84912345678', { ok: true, value: '0912345678' }],
  ['phone', '02903831234', { ok: false, because: containing('điện thoại bàn') }],
  ...['+1 415 555 2671', '+1 (415) 555-2671', '001 415 555 2671', '+1\u200b4155552671', '＋1.415.555.2671'].map(
    (text): [string, string, object] => ['phone', text, { ok: 'unsure', value: '+14155552671' }],
  ),
  ...['+855 12 345 678', '0085512345678', '855 12 345 678'].map((text): [string, string, object] => [
    'phone',
    text,
    { ok: 'unsure', value: '+85512345678' },
  ]),
  ['phone', '+44 (0)20 7946 0958', { ok: 'unsure', value: '+442079460958' }],
  ['phone', '+66 81 234 5678', { ok: 'unsure', value: '+66812345678' }],
  ['phone', '+1 415', { ok: false }],
  ['phone', '+999 12345678', { ok: false }],
  ['phone', '+1 415 555 2671 hoặc +855 12 345 678', { ok: false, because: containing('một số thôi') }],
  ['phone', '+84 290 383 1234', { ok: false, because: containing('điện thoại bàn') }],
  ...['so 0912345678 goi sau 17h', 'gọi số 0912 345 678 trước 5 giờ chiều', 'Zalo 2: 0912.345.678'].map(
    (text): [string, string, object] => ['phone', text, { ok: 'unsure', value: '0912345678' }],
  ),
  ['phone', '0912345678 (17h), 0389123456 (20h)', { ok: false, because: containing('một số thôi') }],
  ['phone', '(415) 555-2671', { ok: false, because: containing('dấu +') }],
  ...[
    'tôi không xài điện thoại',
    'ko có sđt',
    'Không có số điện thoại nào hết',
    'Không có điện thoại.',
    'nhà không có điện thoại',
    'ko co dien thoai gi ca',
    'mẹ tôi không có điện thoại',
    'không có điện thoại riêng ạ',
  ].map((text): [string, string, object] => ['phone', text, { ok: 'unsure', shown: 'Không có điện thoại' }]),
  ...[
    '5 3 1990',
    '05 03 1990',
    '5,3,1990',
    '5_3_1990',
    '5 – 3 – 1990',
    '5·3·1990',
    '05\\03\\1990',
    '1990 3 5',
    '1990.03.05',
    '5 tháng 3 1990',
    '5 thg 3, 1990',
    '05-thg3-1990',
    '5 tháng ba 1990',
  ].flatMap((text): [string, string, object][] => [
    ['birthDate', text, { ok: true, value: '1990-03-05' }],
    ['anyDay', text, { ok: true, value: '1990-03-05' }],
  ]),
  ...['5/3/1990 ạ', 'dạ 5 3 1990', 'dạ em sinh ngày 5 tháng 3 năm 1990 ạ', 'tui sinh 5/3/1990 nha'].map(
    (text): [string, string, object] => ['birthDate', text, { ok: true, value: '1990-03-05' }],
  ),
  ['birthDate', '1990 ạ', { ok: true, value: '1990' }],
  ['birthDate', '5 3 90', { ok: 'unsure', value: '1990-03-05' }],
  ['dateRange', '1 6 2030 đến 30 11 2030', { ok: true, value: '2030-06-01/2030-11-30' }],
  ...(
    [
      ['7:30 PM', '19:30'],
      ['7h30 chiều', '19:30'],
      ['7 pm', '19:00'],
      ['12 AM', '00:00'],
      ['12:15 am', '00:15'],
      ['12 PM', '12:00'],
      ['7:30 p.m.', '19:30'],
      ['7:30 CH', '19:30'],
      ['7:30 SA', '07:30'],
      ['7PM', '19:00'],
      ['7:30:00 PM', '19:30'],
      ['PM 7:30', '19:30'],
      ['p.m. 7:30', '19:30'],
      ['7,30 PM', '19:30'],
      ['７：３０ ＰＭ', '19:30'],
      ['7:30:15 CH', '19:30'],
      ['AM 12:05', '00:05'],
    ] as const
  ).map(([text, value]): [string, string, object] => ['timeOfDay', text, { ok: true, value }]),
  ['openHours', '7:30 AM - 5 PM', { ok: true, value: '15-34' }],
  [
    'personName',
    'Lê Hoàng Hiếu Nghĩa Đệ Nhất Thương Tâm Nhân',
    { ok: true, value: 'Lê Hoàng Hiếu Nghĩa Đệ Nhất Thương Tâm Nhân' },
  ],
  ['personName', 'triệu thị nhé', { ok: 'unsure', value: 'Triệu Thị Nhé', otherwise: { value: 'Triệu Thị' } }],
  ['plate', 'xe 69c-12345', { ok: true, value: '69C-123.45' }],
  ['plate', '69b1 23456', { ok: true, value: '69-B1 234.56' }],
  ['plate', '69-B1.23456', { ok: true, value: '69-B1 234.56' }],
  ['plate', '69b1 2345', { ok: true, value: '69-B1 2345' }],
  ['plate', '69b12345', { ok: 'unsure', value: '69B-123.45', otherwise: { value: '69-B1 2345' } }],
  ['area', 'Ðất Mũi', { ok: true, value: '17' }],
  ['area', 'vinh loi', { ok: true, value: '62' }],
  ['area', 'vinh loc', { ok: true, value: '47' }],
  ['area', 'dat mu', { ok: 'unsure' }],
  [
    'area',
    'ấp 4 xã Tắc Vân tp Cà Mau',
    { ok: 'unsure', shown: 'Phường Hòa Thành', otherwise: { value: '3', shown: 'Phường Tân Thành' } },
  ],
  ['commune', 'gần nhà', { ok: false, because: expect.not.stringMatching(/tỉnh khác|Cần Thơ/) as string }],
  ['area', 'huyen phu tan', { ok: false, because: containing('Xã Cái Đôi Vàm') }],
  ['area', 'Sóc Trăng', { ok: 'unsure', shown: 'Cần Thơ' }],
  ['area', 'sai gon', { ok: 'unsure', shown: 'TP. Hồ Chí Minh' }],
  ['dossierCode', 'H12.20 261118 42', { ok: 'unsure', value: 'H12.20-261118-0042' }],
  ['dossierCode', 'H12.35.7-261118-0042 toi dau roi', { ok: 'unsure', value: 'H12.35.07-261118-0042' }],
  ['dossierCode', '000.00.12.H12-210915-0042', { ok: true, value: 'H12.12-210915-0042' }],
  ['dossierCode', 'H12.2O-261118-OO42', { ok: 'unsure', value: 'H12.20-261118-0042' }],
  ['birthDate', '5.3.1990', { ok: true, value: '1990-03-05', shown: '05/03/1990' }],
  ['birthDate', 'sn 90', { ok: 'unsure', value: '1990' }],
  ['birthDate', '2k1', { ok: 'unsure', value: '2001' }],
]

const at = (iso: string): string => String(Date.parse(`${iso}+07:00`))

// The model day, 1 May 2030, is a Wednesday.
const times: [string, string, object][] = [
  ['permitStart', '7h sáng mai', { ok: true, value: at('2030-05-02T07:00') }],
  ['permitStart', 'sáng mai 7h', { ok: true, value: at('2030-05-02T07:00') }],
  ['permitStart', '2/5/2030 7h', { ok: true, value: at('2030-05-02T07:00') }],
  ['permitStart', 'thứ 6 tuần sau 7h', { ok: false }],
  ['permitStart', 'thứ 3 tuần sau 6h', { ok: true, value: at('2030-05-07T06:00') }],
  ['permitStart', '8h rưỡi thứ 6', { ok: true, value: at('2030-05-03T08:30') }],
  ['permitStart', '1h chiều mai', { ok: true, value: at('2030-05-02T13:00') }],
  ['permitStart', 'chủ nhật 5g30', { ok: true, value: at('2030-05-05T05:30') }],
  ['permitStart', '9 giờ 30 sáng mai', { ok: true, value: at('2030-05-02T09:30') }],
  ['permitStart', '9 giờ rưỡi ngày 2/5', { ok: true, value: at('2030-05-02T09:30') }],
  ['permitStart', '14 giờ 15 phút mai', { ok: true, value: at('2030-05-02T14:15') }],
  ['timeOfDay', '7 giờ 45', { ok: true, value: '07:45' }],
  ['openHours', '5 giờ đến 9 giờ rưỡi', { ok: true, value: '10-19' }],
  ['openHours', '6h30-18h45', { ok: 'unsure', value: '13-38' }],
  ['openHours', '18h đến 2h', { ok: false }],
  ['weekdays', 'thứ 2 - thứ 6', { ok: true, value: '31' }],
  ['weekdays', 't7 và chủ nhật hằng tuần', { ok: true, value: '96' }],
  ['weekdays', 'thứ 6 đến thứ 2', { ok: false }],
  ['companions', '3 đứa nhỏ', { ok: true, value: '3' }],
  ['companions', 'mình tôi', { ok: true, value: '0' }],
  ['permitStart', '9h', { ok: 'unsure', value: at('2030-05-01T09:00') }],
  ['permitStart', '7h', { ok: 'unsure', value: at('2030-05-02T07:00') }],
  ['permitStart', 'mai', { ok: 'unsure', value: at('2030-05-02T00:00') }],
  ['permitStart', '7:30 PM 2 5 2030', { ok: true, value: at('2030-05-02T19:30') }],
  ['permitStart', '12 AM 3/5/2030', { ok: true, value: at('2030-05-03T00:00') }],
  ['permitStart', '31/4/2030 7h', { ok: false }],
  ['permitEnd', '17h ngày 4/5', { ok: true, value: at('2030-05-04T17:00') }],
  ['permitEnd', '5h chiều thứ 6', { ok: true, value: at('2030-05-03T17:00') }],
  ['permitEnd', '4/5/2030', { ok: 'unsure', value: at('2030-05-04T23:59') }],
  ['permitEnd', '9/5/2030', { ok: 'unsure', value: at('2030-05-09T07:00') }],
  ['permitEnd', '7h 2/5/2030', { ok: false }],
]

describe('checks', () => {
  it.each([...readings, ...times])('%s reads %j', (name, text, expected) => {
    const check = checks.get(name)
    expect(check?.check(text, { now: MODEL_NOW, answers: check.samplesAfter ?? {} })).toMatchObject(expected)
  })
})

describe.each(['2026-11-23T08:54:00+07:00', '2031-12-31T23:59:00+07:00', '2028-02-28T12:00:00+07:00'])(
  'on %s',
  (at) => {
    const now = Date.parse(at)
    const start = now + 5 * 86_400_000
    const answers = { validFrom: { value: String(start), shown: '' } }

    it.each([
      ['permitStart', 'hôm qua 7h'],
      ['permitStart', 'chừng nào cũng được'],
      ['permitStart', '7h ngày 1/1/2040'],
      ['permitEnd', 'khi nào xong'],
      ['permitEnd', 'hôm qua 7h'],
      ['permitEnd', '7h ngày 1/1/2040'],
    ])('every example that %s gives in answer to %j would itself do', (name, text) => {
      const check = checks.get(name)
      const reading = check?.check(text, { now, answers })
      const because = reading?.ok === false ? reading.because : ''
      const examples = because
        .replace(/^.*Ví dụ: /s, '')
        .replace(/\.$/, '')
        .split(', hoặc ')
      expect(examples).not.toEqual([''])
      for (const example of examples)
        expect(check?.check(example, { now, answers }), example).toMatchObject({ ok: true })
    })
  },
)

describe('a name', () => {
  const read = (text: string) => checks.get('personName')?.check(text, { now: MODEL_NOW, answers: {} })
  it.each(['Sok Chan Dara', 'Maria Nguyễn Thị Hoa', 'Teresa Trần', 'Chau Sara'])(
    'keeps a consonant between vowels, which is no tone: %s',
    (text) => expect(read(text)).toMatchObject({ value: text }),
  )
  it.each([
    ['bé bỏ', 'Bé Bỏ'],
    ['thương con', 'Thương Con'],
    ['Nguyễn Thị Hoa (Maria)', 'Nguyễn Thị Hoa'],
    ['Trần Đại Văn (陳大文)', 'Trần Đại Văn'],
  ])('is asked back, not refused: %s', (text, value) => expect(read(text)).toMatchObject({ ok: 'unsure', value }))
  it.each(['陳大文', 'ស្រី ដារា'])('in other letters is asked for as the card has it: %s', (text) =>
    expect(read(text)).toMatchObject({ ok: false, because: containing('chữ quốc ngữ') }),
  )
})

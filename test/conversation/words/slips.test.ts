import { describe, expect, it } from 'vitest'
import { personName } from '../../../src/conversation/checks/person-name.ts'
import { readSpokenNumber } from '../../../src/conversation/checks/spoken-number.ts'
import { withoutSlip } from '../../../src/conversation/words/slips.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

describe('somebody who corrects themselves in the middle of a message', () => {
  it.each([
    ['à nhầm, Trần Thị Bé', 'Trần Thị Bé'],
    ['0912345678 à nhầm 0912345679', '0912345679'],
    ['a nham 0912345679', '0912345679'],
    ['tui ghi lộn, phải là 6/3/1990', '6/3/1990'],
    ['không phải 5 mà 6', '6'],
    ['hong phai 0912345678 ma la 0912345679', '0912345679'],
    ['mai 7 giờ... à không 8 giờ', 'mai 8 giờ'],
    ['7h sáng mai, à mà 8h', '8h sáng mai'],
    ['sáng mai bảy giờ, ủa lộn tám giờ', 'sáng mai tám giờ'],
    ['mai 7h tới 9h à không 10h', 'mai 7h tới 10h'],
    ['7h sáng mai à nhầm 5h chiều', '5h chiều mai'],
  ])('means in “%s” only the last', (text, meant) => expect(withoutSlip(text)).toBe(meant))

  it.each(['Trần Nhâm Ngọ', 'Nguyễn Văn Lớn', 'A Nhâm', 'Ma Văn Không', 'Phan Văn Nhầm'])(
    'leaves the name %s',
    (name) => expect(withoutSlip(name)).toBe(name),
  )

  it.each(['mai 5h đi, chiều 5h về', '7h không được thì 8h', 'ngày mai 7h á, 8h về', '7h hay 8h'])(
    'leaves both hours of “%s”',
    (text) => expect(withoutSlip(text)).toBe(text),
  )

  it('has the number that was meant stored, and never half a sentence as a name', async () => {
    const chat = createChat(await flowsOfFiles())
    chat.says(...PASS_ANSWERS.slice(0, 3), 'không phải An mà Anh')
    expect(chat.step()).toBe('cap-giay-di-duong/ho_ten')
    chat.says('Nguyễn Văn An', '096190012345', 'không phải 0912345678 mà là 0912345679')
    expect(Object.values(chat.session.position?.context.answers ?? {}).map(({ value }) => value)).toContain(
      '0912345679',
    )
  })
})

it.each([
  ['tui tên Lê Thị Út nha', 'Lê Thị Út'],
  ['Trần Văn Đó', 'Trần Văn Đó'],
  ['Nguyễn Thị Nha', 'Nguyễn Thị Nha'],
])('of “%s” the name is %s', (text, name) =>
  expect(personName.check(text, { now: 0, answers: {} })).toMatchObject({ ok: true, value: name }),
)

describe('a number in words', () => {
  it.each([
    ['hai trieu ruoi', 2_500_000],
    ['nam tram ngan', 500_000],
    ['mot ty hai', 1_200_000_000],
    ['nua ty', 500_000_000],
    ['muoi lam trieu', 15_000_000],
    ['ba chuc trieu', 30_000_000],
    ['mot trieu hai tram', 1_200_000],
    ['tram ruoi ngan', 150_000],
    ['mot trieu hai tram ngan', 1_200_000],
    ['mot tram linh nam', 105],
    ['muoi hai', 12],
    ['hai muoi lam', 25],
  ])('%s is %d', (words, number) => expect(readSpokenNumber(words)).toBe(number))

  it.each(['trieu', 'nhieu lam', 'ruoi', 'nua', '', 'hai ba', 'mot trieu hai ty'])('“%s” is none', (words) =>
    expect(readSpokenNumber(words)).toBeUndefined(),
  )
})

import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const VISIT = {
  ...{ kind: { value: 'nhan', shown: 'Nhận kết quả' }, agency: { value: '1', shown: 'Phường An Xuyên' } },
  ...{ applicant: { value: 'Lê Thị Hồng', shown: 'Lê Thị Hồng' }, phone: { value: '0912345678', shown: '0912345678' } },
}
const booked = () => {
  const chat = createChat(flows)
  chat.says('#lam:dat-lich-hen', '#co', '#nhan', 'phường An Xuyên', '07/05/2030', '9 giờ đến 11 giờ')
  chat.says('Lê Thị Hồng, 0912345678')
  expect(chat.step()).toBe('dat-lich-hen/xem_lai')
  return chat
}

describe('a visit that is booked', () => {
  it('is told with the day of the week, the place and what to bring', () => {
    const said = booked().says('đặt lịch')
    expect(said).toMatch(
      /9 giờ đến 11 giờ, thứ Ba 07\/05\/2030[^]*trụ sở UBND Phường An Xuyên[^]*mang căn cước[^]*thứ Hai đến thứ Sáu[^]*Nơi nhận: \{office\}/,
    )
  })

  it('can be moved and given up by a button under it', () => {
    const chat = booked()
    expect(chat.says('đặt lịch')).toMatch(/\[Dời hẹn\]\n\[Hủy hẹn\]/)
    const keys = chat.last.flatMap((it) =>
      it.type === 'say' && it.message.type === 'text'
        ? (it.message.choices ?? []).map((choice) => ('key' in choice ? choice.key : ''))
        : [],
    )
    expect(keys).toEqual(expect.arrayContaining(['lam:doi-lich-hen', 'rut-ma:{code}']))
  })

  it('is asked once more before it is given up, by its own code', () => {
    const chat = createChat(flows)
    chat.says('#rut-ma:H12.99.001-300430-0001')
    expect(chat.last.at(-1)).toMatchObject({
      type: 'query',
      query: { name: 'dossier', code: 'H12.99.001-300430-0001' },
    })
    const facts = { code: 'H12.99.001-300430-0001', procedure: 'Đặt lịch hẹn', status: 'Được tiếp nhận', dossier: 'd1' }
    expect(chat.send({ type: 'FACTS', found: true, facts })).toMatch(/chắc chắn muốn rút[^]*\[Rút hồ sơ này\]/)
    expect(chat.wanted('withdraw')).toEqual([])
  })

  it('that is looked up has both buttons, and one that is over has none', () => {
    const facts = {
      code: 'H12.99.001-300430-0001',
      procedure: 'Đặt lịch hẹn',
      status: '',
      filedAt: '',
      updatedAt: '',
      note: '',
      next: '',
      dossier: 'd1',
    }
    const looked = (more: Record<string, string>) => {
      const chat = createChat(flows)
      chat.says('#lam:tra-cuu', '#theo-ma', 'H12.99.001-300430-0001')
      return chat.send({ type: 'FACTS', found: true, facts: { ...facts, ...more } })
    }
    expect(looked({ visit: 'H12.99.001-300430-0001' })).toMatch(/\[Về trang chủ\][^]*\[Dời hẹn\]\n\[Hủy hẹn\]/)
    expect(looked({})).not.toContain('Dời hẹn')
  })
})

describe('moving a visit', () => {
  const moved = () => {
    const chat = createChat(flows)
    chat.says('#lam:doi-lich-hen', '#co')
    const option = {
      key: 'h1',
      label: 'H12.99.001-300430-0001: 07/05/2030',
      facts: { movedVisit: 'd1' },
      answers: VISIT,
    }
    chat.send({ type: 'FACTS', found: true, facts: { count: '1' }, options: [option] })
    chat.says('#h1')
    expect(chat.step()).toBe('doi-lich-hen/ngay_hen')
    return chat
  }

  it('asks for the day and the hour alone, and gives the old one up with the new one', () => {
    const chat = moved()
    chat.says('08/05/2030, 9 giờ đến 11 giờ')
    expect(chat.step()).toBe('doi-lich-hen/xem_lai')
    expect(chat.wanted('withdraw')).toEqual([])
    chat.says('gửi hẹn mới')
    expect(chat.last.map(({ type }) => type).filter((type) => type !== 'timer')).toEqual([
      'file',
      'say',
      'withdraw',
      'say',
    ])
    expect(chat.wanted('withdraw')).toMatchObject([{ dossier: 'd1' }])
    expect(chat.wanted('file')[0]?.answers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['visit', 'kind', 'agency', 'applicant', 'phone', 'day', 'slot']),
    )
  })

  it.each([
    'dời lịch hẹn',
    'đổi lịch hẹn',
    'doi ngay hen',
    'dời ngày hẹn giùm tui',
    'hẹn lại bữa khác',
    'cho tôi qua ngày khác',
  ])('is what “%s” asks for, by whatever words', (words) => {
    const said = createChat(flows).says(words)
    expect(said).toContain('[Dời lịch hẹn]')
    expect(said).not.toContain('[Đặt lịch hẹn]')
  })

  const visitOf = (key: string) => ({
    key,
    label: `H12.99.001-300430-000${key}: 07/05/2030`,
    facts: { movedVisit: key },
    answers: VISIT,
  })
  const asked = (...keys: string[]) => {
    const chat = createChat(flows)
    chat.says('dời lịch hẹn', '#lam:doi-lich-hen', '#co')
    chat.send(
      keys.length === 0
        ? { type: 'FACTS', found: false, facts: {} }
        : { type: 'FACTS', found: true, facts: { count: `${keys.length}` }, options: keys.map(visitOf) },
    )
    return chat
  }

  it('moves the only one, asks which of several, and offers a new one where none stands', () => {
    expect(asked('1', '2').step()).toBe('doi-lich-hen/chon')
    expect(asked('1').step()).toBe('doi-lich-hen/ngay_hen')
    expect(asked().step()).toMatch(/^dat-lich-hen/)
  })

  it('keeps the old one while the new one is not handed in', () => {
    const chat = moved()
    chat.says('08/05/2030, 9 giờ đến 11 giờ', 'hủy', 'hủy bỏ')
    expect([chat.wanted('file'), chat.wanted('withdraw')]).toEqual([[], []])
  })
})

describe('a petition', () => {
  const atPlace = () => {
    const chat = createChat(flows)
    chat.says('#lam:phan-anh', '#co', '#ha-tang', 'Đèn đường trước trường học tắt đã một tuần rồi')
    return chat
  }

  it('shows a pin as a place, and asks whether it lies in the commune that is nearest', () => {
    const chat = atPlace()
    const said = chat.send({ type: 'LOCATION', latitude: 8.7583, longitude: 104.9935 })
    expect(said).toMatch(/\[Xã Năm Căn\]/)
    expect(chat.step()).toBe('phan-anh/xa_phuong')
    expect(chat.session.position?.context.answers['agency']).toBeUndefined()
    chat.says('1', 'bỏ qua', 'bỏ qua')
    expect(chat.step()).toBe('phan-anh/xem_lai')
    expect(
      chat.effects.map((it) => (it.type === 'say' && it.message.type === 'text' ? it.message.text : '')).join('\n'),
    ).toMatch(/Nơi xảy ra: Vị trí trên bản đồ \(gần xã Năm Căn\)\n[^]*Chuyển đến: Xã Năm Căn/)
    chat.says('gửi phản ánh')
    const place = chat.wanted('file')[0]?.answers.find(({ key }) => key === 'place')
    expect(place).toMatchObject({ value: '8.7583,104.9935' })
  })
})

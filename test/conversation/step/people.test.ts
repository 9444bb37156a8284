import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsNamed } from '../finding-flows.ts'

const flows = await flowsNamed(['menu', 'dang-ky-tam-tru'])
const UP_TO_PEOPLE = [
  ...['#lam:dang-ky-tam-tru', '#co', '#moi', '#ban-than', '#tu-nhap', 'Nguyễn Văn An', '096090012345', '05/03/1990'],
  ...['0912345678', 'ấp Mũi, xã Đất Mũi', 'phòng 5, nhà trọ Hạnh Phúc', 'phường An Xuyên', '1/6/2030 đến 30/11/2030'],
  ...['Lê Thị Hồng', '#roi', '#bo-qua'],
]
let chat: ReturnType<typeof createChat>
const before = createChat(flows)
before.says(...UP_TO_PEOPLE)
const begin = () => {
  chat = createChat(flows, before.session)
}
beforeEach(begin)

/** Everybody as filed: name, day and kin. */
const filed = (): string[][] => {
  const answers = chat.wanted('file')[0]?.answers ?? []
  const value = (key: string) => answers.find((it) => it.key === key)?.shown
  return Array.from({ length: 12 }, (_, i) => (i === 0 ? '' : String(i + 1))).flatMap((n) => {
    const name = value(`memberName${n}`)
    return name === undefined ? [] : [[name, value(`memberBirthDate${n}`) ?? '', value(`memberRelation${n}`) ?? '']]
  })
}
const BE = ['Trần Thị Bé', '12/08/1992', 'Vợ, chồng']
const KHOI = ['Nguyễn Minh Khôi', '2015', 'Con']

describe('people asked about one after another', () => {
  it('are none where nobody comes along', () => {
    for (const said of ['không có ai', 'hết rồi', 'bỏ qua', 'ở một mình']) {
      begin()
      chat.says(said)
      expect(chat.step()).toBe('dang-ky-tam-tru/xem_lai')
    }
  })

  it('are told one by one, or all in one message', () => {
    for (const told of [
      ['thêm người', 'Trần Thị Bé, 12/8/1992, vợ', 'còn con Nguyễn Minh Khôi 2015'],
      ['vợ Trần Thị Bé sinh 12/8/1992, con Nguyễn Minh Khôi 2015'],
      ['1. Trần Thị Bé 12/8/1992 vợ\n2. Nguyễn Minh Khôi 2015 con'],
      ['vợ tui Trần Thị Bé', '12/8/1992', 'thêm con trai nữa: Nguyễn Minh Khôi, sinh 2015'],
    ]) {
      begin()
      chat.says(...told, 'không còn ai', '#nop')
      expect(filed()).toEqual([BE, KHOI])
    }
  })

  it('keep what is theirs when another is told in the middle', () => {
    chat.says('#them', 'Trần Thị Bé, vợ')
    expect(chat.says('con Nguyễn Minh Khôi 2015')).toContain('Ngày sinh')
    chat.says('12/8/1992', 'hết rồi', '#nop')
    expect(filed()).toEqual([BE, KHOI])
  })

  it('are begun by how many they are', () => {
    expect(chat.says('còn vợ với con')).toContain('Người cùng đăng ký 1')
    chat.says('Trần Thị Bé, 12/8/1992')
    expect(chat.says('Nguyễn Minh Khôi 2015')).toContain('Đã ghi 2 người')
  })

  it('stand as groups in the review, and one answer of one of them can be put right', () => {
    chat.says('vợ Trần Thị Bé sinh 12/8/1991, con Nguyễn Minh Khôi 2015')
    expect(chat.says('đủ')).toMatch(/Người cùng đăng ký 1:\n14\. Họ và tên: Trần Thị Bé[^]*Người cùng đăng ký 2:\n17\./)
    chat.says('ngày sinh người 1 sai, 12/8/1992 mới đúng', '#nop', '#nop')
    expect(filed()).toEqual([BE, KHOI])
  })

  it('are added and taken out at the review', () => {
    chat.says('không có ai', 'thêm vợ tui nữa: Trần Thị Bé, sinh 12/8/1992', 'hết rồi')
    chat.says('thêm con Nguyễn Văn Tí 2020, con Nguyễn Minh Khôi 2015', 'hết rồi')
    expect(chat.says('bỏ người thứ 2')).toContain('Tôi đã bỏ người cùng đăng ký 2: Nguyễn Văn Tí')
    chat.says('#nop')
    expect(filed()).toEqual([BE, KHOI])
  })

  it('are not taken out where it is not said who', () => {
    chat.says('vợ Trần Thị Bé 1992, con Nguyễn Minh Khôi 2015, con Nguyễn Thị Na 2018', 'hết rồi')
    expect(chat.says('bỏ bớt một người')).toContain('Ông/bà muốn bỏ ai?')
    expect(chat.says('bỏ con tui ra')).toContain('Ông/bà muốn bỏ ai?')
    expect(chat.says('bỏ người thứ 7')).toContain('không có người đó')
    expect(chat.says('người 2 không đăng ký nữa')).toContain('chưa bỏ ai')
    chat.says('#nop')
    expect(filed()).toHaveLength(3)
  })

  it('are no more than there is room for, and who is left over is named', () => {
    const all = Array.from({ length: 12 }, (_, i) => `con Nguyễn Văn ${'ABCDEGHIKLMN'[i]}n ${2000 + i}`)
    const said = chat.says(all.join(', '))
    expect(said).toContain('Chưa ghi: Nguyễn Văn Mn, Nguyễn Văn Nn')
    expect(said).toContain('nhiều nhất 10 người')
    expect(chat.says('thêm người')).toContain('nhiều nhất 10 người')
    chat.says('#nop')
    expect(filed()).toHaveLength(10)
  })

  it('stay when one goes back over them', () => {
    chat.says('vợ Trần Thị Bé sinh 12/8/1992, con Nguyễn Minh Khôi 2015')
    for (let i = 0; i < 5; i++) chat.says('quay lại')
    for (let i = 0; i < 8 && !chat.step().includes('nguoi_cung_3'); i++)
      chat.says(chat.step().includes('quan_he') ? (chat.step().endsWith('_2') ? 'con' : 'vợ') : 'giữ nguyên')
    chat.says('đủ rồi', '#nop')
    expect(filed()).toEqual([BE, KHOI])
  })

  it('are filed as they are shown, whatever is added, taken out and put right', () => {
    const names = ['Trần Thị Bé', 'Nguyễn Minh Khôi', 'Nguyễn Thị Na', 'Lê Văn Tí', 'Phạm Thị Hoa', 'Võ Văn Sáu']
    const deed = fc.oneof(
      fc.record({ add: fc.constantFrom(...names), year: fc.integer({ min: 1950, max: 2020 }) }),
      fc.record({ drop: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ amend: fc.integer({ min: 1, max: 6 }), year: fc.integer({ min: 1950, max: 2020 }) }),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
        begin()
        chat.says('không có ai')
        const model: [string, string][] = []
        for (const it of deeds) {
          if ('add' in it) {
            chat.says(`thêm con ${it.add} ${it.year}`, 'hết rồi')
            model.push([it.add, String(it.year)])
          } else if ('drop' in it) {
            chat.says(`bỏ người thứ ${it.drop}`)
            if (it.drop <= model.length) model.splice(it.drop - 1, 1)
          } else if (it.amend <= model.length) {
            chat.says(String(14 + 3 * (it.amend - 1) + 1), String(it.year))
            model[it.amend - 1] = [model[it.amend - 1]?.[0] ?? '', String(it.year)]
          }
          expect(chat.step()).toBe('dang-ky-tam-tru/xem_lai')
        }
        chat.says('#nop', '#nop')
        expect(filed().map(([name, day]) => [name, day])).toEqual(model)
      }),
      { numRuns: 20 },
    )
  })
})

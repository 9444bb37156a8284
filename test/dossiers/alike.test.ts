import { describe, expect, it } from 'vitest'
import { createKindsOf } from '../../src/casework/words-of.ts'
import { alike, type Compared, NEAR } from '../../src/dossiers/alike.ts'
import { isSameName, isSamePerson } from '../../src/dossiers/same-person.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'

const flows = await flowsOfFiles()
const kindsOf = createKindsOf(flows.pinned)
const FILED_AT = Date.parse('2030-05-01T08:00:00+07:00')

/** A filing with these answers; a label is the key itself. */
function filing(flow: string, answers: Record<string, string>, more: Partial<Compared['dossier']> = {}): Compared {
  const { version: flowVersion, answered } = flows.current(flow)!
  return {
    dossier: {
      ...{ citizen: 'zalo-1' as CitizenId, flow, filedAt: FILED_AT },
      answers: Object.entries(answers).map(([key, value]) => ({ key, label: key, value, shown: value })),
      ...more,
    },
    kinds: kindsOf({ flow, flowVersion }),
    ...(answered !== undefined && { asking: answered }),
  }
}
const other = { citizen: 'zalo-2' as CitizenId }

const FATHER = { name: 'Trần Văn Bình', number: '096088011111' }
const MOTHER = { name: 'Nguyễn Thị Hoa', number: '096190022222' }
const child = (name = 'Trần Gia Bảo', more: Record<string, string> = {}) => ({
  ...{ childName: name, childSex: 'nam', childBirthDate: '2030-04-20', birthPlace: 'Bệnh viện Sản Nhi Cà Mau' },
  ...{ parents: 'viet-nam', scope: 'khai-sinh', ethnicity: 'Kinh', hometown: 'xã Đất Mũi', marriage: 'co', ...more },
})
const byFather = { applicant: FATHER.name, citizenNumber: FATHER.number, phone: '0912345678', relation: 'cha' }
const byMother = { applicant: MOTHER.name, citizenNumber: MOTHER.number, phone: '0987654321', relation: 'me' }
const father = { fatherName: FATHER.name, fatherNumber: FATHER.number }
const mother = { motherName: MOTHER.name, motherNumber: MOTHER.number }
const birth = (answers: Record<string, string>, more?: Partial<Compared['dossier']>) =>
  filing('dang-ky-khai-sinh', answers, more)
const first = birth({ ...byFather, ...child(), ...mother })

describe('two births', () => {
  it('are one when the same parent files the same child again', () => {
    expect(alike(first, birth({ ...byFather, ...child(), ...mother }))).toEqual({
      isSameCitizen: true,
      same: ['applicant', 'childName', 'motherName', 'citizenNumber', 'phone'],
      differs: [],
    })
  })

  it('are one when the other parent files it, each naming the other, from another telephone', () => {
    const second = birth({ ...byMother, ...child(), ...father }, other)
    expect(alike(first, second)).toEqual({
      isSameCitizen: false,
      same: ['applicant', 'childName', 'motherName'],
      differs: ['relation'],
    })
    expect(alike(second, first)).toBeDefined()
  })

  it('are one when a grandmother files it as well, or both grandparents do', () => {
    const by = (applicant: string, citizenNumber: string) =>
      birth({ ...child(), ...father, ...mother, applicant, citizenNumber, relation: 'ong-ba' }, other)
    expect(alike(first, by('Lê Thị Tư', '096055033333'))).toBeDefined()
    expect(alike(by('Trần Văn Ba', '096050044444'), by('Lê Thị Tư', '096055033333'))).toBeDefined()
  })

  it('are one though the name was typed again without its marks, and the commune and the scope are others', () => {
    const again = {
      ...child('tran gia bao', { scope: 'lien-thong', birthPlace: 'benh vien san nhi' }),
      agency: '32002',
    }
    expect(alike(first, birth({ ...byFather, ...again, ...mother }))?.differs).toEqual(['scope'])
  })

  it.each(['Trần Gia Hân', 'Trần Gia Bão', 'Trần Bảo Gia'])('are two for twins: the other one is called %s', (name) => {
    expect(alike(first, birth({ ...byFather, ...child(name), ...mother }))).toBeUndefined()
    expect(alike(first, birth({ ...byMother, ...child(name), ...father }, other))).toBeUndefined()
  })

  it('are two for brothers, and for children of one name whose parents are others', () => {
    const older = child('Trần Gia Huy', { childBirthDate: '2027-01-05' })
    expect(alike(first, birth({ ...byFather, ...older, ...mother }))).toBeUndefined()
    const parents = { applicant: 'Lý Văn Út', citizenNumber: '096090055555', motherName: 'Võ Thị Năm' }
    expect(
      alike(first, birth({ ...child(), ...parents, motherNumber: '096090066666', relation: 'cha' })),
    ).toBeUndefined()
  })

  it('are one where the father is not known, and both filings say so', () => {
    const alone = birth({ ...byMother, ...child(), fatherName: 'khong-ro' })
    expect(alike(alone, birth({ ...byMother, ...child(), fatherName: 'khong-ro' }))).toBeDefined()
  })
})

describe('two stays', () => {
  const stay = (name: string, number: string, more: Record<string, string> = {}) =>
    filing('dang-ky-tam-tru', {
      ...{ kind: 'dang-ky', relation: 'ban-than', applicant: name, citizenNumber: number, landlord: 'Phạm Văn Sáu' },
      ...{ stayAddress: '12 Phan Ngọc Hiển, phường An Xuyên', period: '2030-05-01/2030-11-01', ...more },
    })
  const lodger = stay('Lâm Văn Tài', '096095077777')

  it('are one when a lodger files again with another day or a slip in a number', () => {
    expect(alike(lodger, stay('Lâm Văn Tài', '096095077777', { period: '2030-05-02/2030-11-01' }))).toBeDefined()
    expect(alike(lodger, stay('Lâm Văn Tài', '096095077771'))).toBeDefined()
  })

  it('are two for two lodgers of one landlord, whoever typed for them', () => {
    expect(alike(lodger, stay('Ngô Thị Mai', '096095088888'))).toBeUndefined()
    const helped = (name: string, number: string) =>
      stay(name, number, { relation: 'nguoi-khac', helperName: 'Tô Văn Giúp' })
    expect(alike(helped('Lâm Văn Tài', '096095077777'), helped('Ngô Thị Mai', '096095088888'))).toBeUndefined()
  })

  it('are two for two people of one name', () => {
    expect(alike(lodger, stay('Lâm Văn Tài', '079080012121'))).toBeUndefined()
  })
})

describe('two copies of records', () => {
  const copy = (answers: Record<string, string>, more?: Partial<Compared['dossier']>) =>
    filing(
      'trich-luc-ho-tich',
      { applicant: 'Lý Thị An', citizenNumber: '096090099999', copies: '2', ...answers },
      more,
    )
  const ofMother = { relation: 'me', subject: 'Võ Thị Năm', event: 'khai-sinh', registeredIn: '1960' }

  it('are one for the same record of the same person', () => {
    expect(alike(copy(ofMother), copy({ ...ofMother, copies: '3' }))?.differs).toEqual(['copies'])
  })

  it('are two for another record of that person, and for another daughter who wants one', () => {
    expect(alike(copy(ofMother), copy({ ...ofMother, event: 'ket-hon', registeredIn: '1980' }))).toBeUndefined()
    const sister = { applicant: 'Lý Thị Bình', citizenNumber: '096092010101' }
    expect(alike(copy(ofMother), copy({ ...ofMother, ...sister }, other))).toBeUndefined()
  })

  it('are two for one’s own and one’s mother’s', () => {
    const own = { relation: 'ban-than', event: 'khai-sinh', registeredIn: '1960' }
    expect(alike(copy(own), copy(ofMother))).toBeUndefined()
    expect(alike(copy(ofMother), copy(own))).toBeUndefined()
  })
})

describe('two questions to the desk', () => {
  const ask = (content: string, more?: Partial<Compared['dossier']>, flow = 'hoi-can-bo') =>
    filing(flow, { content }, more)
  const question = ask('Đèn đường ấp 5 hư ba ngày nay, tối đi lại nguy hiểm')

  it('are one when the same citizen asks the same in other words, or as a petition', () => {
    expect(alike(question, ask('den duong ap 5 hu 3 ngay nay roi, toi di lai nguy hiem'))).toBeDefined()
    expect(alike(question, ask('Đèn đường ấp 5 hư ba ngày nay, đi lại nguy hiểm', {}, 'phan-anh'))).toBeDefined()
  })

  it('are two for another matter, and for another citizen who names nobody', () => {
    expect(alike(question, ask('Làm căn cước cho con 6 tuổi cần giấy gì'))).toBeUndefined()
    expect(alike(question, ask('Đèn đường ấp 5 hư ba ngày nay, tối đi lại nguy hiểm', other))).toBeUndefined()
  })
})

it('takes filings that lie far apart, or of two procedures, for two matters', () => {
  const again = { ...byFather, ...child(), ...mother }
  expect(alike(first, birth(again, { filedAt: FILED_AT + NEAR }))).toBeDefined()
  expect(alike(first, birth(again, { filedAt: FILED_AT + NEAR + 1 }))).toBeUndefined()
  expect(alike(first, filing('dang-ky-tam-tru', again))).toBeUndefined()
})

describe('a name', () => {
  it.each([
    ['Nguyễn Văn An', 'nguyen van an', true],
    ['Nguyễn Văn An', ' NGUYỄN  VĂN AN ', true],
    ['Lê Thị Hoà', 'Lê Thị Hòa', true],
    ['Trần Minh An', 'Trần Minh Ân', false],
    ['Trần Minh An', 'Trần Văn An', false],
  ])('%s and %s: the same person %s', (one, two, same) => {
    expect([isSameName(one, two), isSameName(two, one)]).toEqual([same, same])
  })

  it('says nothing where two numbers differ, and a number says all where it is the same', () => {
    const person = (name: string, number?: string) => ({ name, label: '', ...(number !== undefined && { number }) })
    expect(isSamePerson(person('Lê An', '096190012345'), person('Lê An', '096190054321'))).toBe(false)
    expect(isSamePerson(person('Lê An', '096190012345'), person('Lê Thị An', '096190012345'))).toBe(true)
    expect(isSamePerson(person('Lê An', '096190012345'), person('Lê An'))).toBe(true)
  })
})

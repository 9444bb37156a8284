import { describe, expect, it } from 'vitest'
import type { Posting, Role } from '../../../src/dossiers/postings.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { mayEnd, mayHandOut, mayRunAccount, maySeePerson } from '../../../src/staff/people/may-administer.ts'
import { EVERYTHING, posted } from '../../dossiers/posted.ts'

const TODAY = '2030-05-01'
const [ONE, TWO] = ['H12.99.001', 'H12.99.002']
const ended: Posting = { role: 'specialist', agency: TWO, since: '2025-07-01', until: '2030-04-30' }

const someone = (id: string, postings: readonly Posting[]) => ({ id: id as StaffId, postings })
const provincial = someone('province', posted(['administrator']))
const ofOne = someone('one', posted(['administrator'], ONE))
const ofBoth = someone('both', [...posted(['administrator'], ONE), ...posted(['administrator'], TWO)])
const ofOneAlsoEditor = someone('editor', [...posted(['administrator'], ONE), ...posted(['editor'])])
const nobody = someone('clerk', posted(['leader', 'editor']))

const officer = someone('officer', posted(['reception'], ONE))
const elsewhere = someone('elsewhere', posted(['reception'], TWO))
const shared = someone('shared', [...posted(['reception'], ONE), ...posted(['specialist'], TWO)])
const moved = someone('moved', [ended, ...posted(['reception'], ONE)])
const left = someone('left', [ended])
const everywhere = someone('everywhere', EVERYTHING)
const never = someone('never', [])

/** Who may administer whom: S sees them in the list, A also runs the account. */
const TABLE = [
  ['           ', officer, elsewhere, shared, moved, left, everywhere, never],
  [provincial, '  SA', '    SA', '     SA', '  SA', ' SA', '   SA', '     SA'],
  [ofOne, '       SA', '    ', '     S', '   SA', ' ', '   ', '     '],
  [ofBoth, '      SA', '    SA', '     SA', '  SA', ' SA', '   ', '     '],
  [nobody, '      ', '    ', '     ', '  ', ' ', '   ', '     '],
] as const // prettier-ignore

describe('who may administer whom', () => {
  const [, ...whom] = TABLE[0]
  for (const [by, ...cells] of TABLE.slice(1) as unknown as [typeof officer, ...string[]][])
    it.each(whom.map((person, i) => [person.id, person, (cells[i] ?? '').trim()] as const))(
      `${by.id} and %s`,
      (_, person, expected) => {
        const may = [maySeePerson(by, person) && 'S', mayRunAccount(by, person, TODAY).may && 'A']
        expect(may.filter(Boolean).join('')).toBe(expected)
      },
    )

  it.each([provincial, ofOne])('nobody runs their own account: $id', (by) => {
    expect(mayRunAccount(by, by, TODAY)).toMatchObject({
      may: false,
      because: expect.stringContaining('chính ông/bà') as string,
    })
  })
})

describe('handing out', () => {
  it.each<[string, typeof officer, Role, string | undefined, boolean]>([
    ['the province’s administrator, for the province', provincial, 'administrator', undefined, true],
    ['the province’s administrator, at an agency', provincial, 'editor', ONE, true],
    ['an agency’s, at the agency', ofOne, 'reception', ONE, true],
    ['an agency’s, another administrator of the agency', ofOne, 'administrator', ONE, true],
    ['an agency’s, at another agency', ofOne, 'reception', TWO, false],
    ['an agency’s, for the province', ofOne, 'reception', undefined, false],
    ['an agency’s, the procedures of everybody', ofOne, 'editor', ONE, false],
    ['an agency’s who is an editor, the procedures', ofOneAlsoEditor, 'editor', ONE, true],
    ['who administers nothing', nobody, 'leader', ONE, false],
  ])('by %s', (_, by, role, agency, expected) => {
    expect(mayHandOut(by, 'someone' as StaffId, { role, ...(agency !== undefined && { agency }) }).may).toBe(expected)
  })

  it('to themselves is for the province’s administrator alone', () => {
    expect(mayHandOut(ofOne, ofOne.id, { role: 'leader', agency: ONE }).may).toBe(false)
    expect(mayHandOut(provincial, provincial.id, { role: 'leader', agency: ONE }).may).toBe(true)
  })
})

describe('ending', () => {
  it('is for who looks after the place of the posting', () => {
    const [here, there] = shared.postings as [Posting, Posting]
    expect([here, there].map((it) => mayEnd(ofOne, shared, it, TODAY).may)).toEqual([true, false])
    expect(mayEnd(ofOne, everywhere, everywhere.postings[0]!, TODAY).may).toBe(false)
  })

  it('the own last care of accounts is for somebody else', () => {
    expect(mayEnd(ofOne, ofOne, ofOne.postings[0]!, TODAY)).toMatchObject({ may: false })
    expect(mayEnd(ofBoth, ofBoth, ofBoth.postings[0]!, TODAY).may).toBe(true)
    const relieved = someone('both', [ofBoth.postings[0]!, { ...ofBoth.postings[1]!, until: '2030-12-31' }])
    expect(mayEnd(relieved, relieved, relieved.postings[0]!, TODAY).may).toBe(false)
    expect(mayEnd(provincial, ofOne, ofOne.postings[0]!, TODAY).may).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerRules, withRules } from '../../../src/conversation/checks/answer-rules.ts'
import { checkNamed } from '../../../src/conversation/checks/table.ts'

const NOW = Date.parse('2026-11-27T09:00:00+07:00')
const shown = (value: string) => ({ value, shown: value.split('-').reverse().join('/') })

/** What the check of that name makes of a text once the rule has looked at it, beside another answer. */
const read = (check: string, text: string, rule: string, beside?: string) =>
  withRules(checkNamed(check)!, [{ rule, ...(beside !== undefined && { answer: 'other' }) }]).check(text, {
    now: NOW,
    answers: beside === undefined ? {} : { other: shown(beside) },
  })

describe('a rule beside a check', () => {
  it.each([
    ['a mother younger than her child', 'birthDate', '05/03/2026', 'parentOf', '2026-01-01', false],
    ['a mother of six', 'birthDate', '05/03/2020', 'parentOf', '2026-11-01', false],
    ['a mother of fourteen', 'birthDate', '05/03/2012', 'parentOf', '2026-11-01', 'unsure'],
    ['a father of seventy', 'birthDate', '1956', 'parentOf', '2026-11-01', 'unsure'],
    ['a mother of twenty-eight', 'birthDate', '05/03/1998', 'parentOf', '2026-11-01', true],
    ['a mother who knows her year alone', 'birthDate', '1998', 'parentOf', '2026-11-01', true],
    ['a registration before the birth', 'registrationYear', '1980', 'notBefore', '1990-03-05', false],
    ['a registration in the year of the birth', 'registrationYear', '1990', 'notBefore', '1990-03-05', true],
    ['a birth that the number tells otherwise', 'birthDate', '05/03/1991', 'sameBirth', '096190012345', 'unsure'],
    ['a birth as the number tells it', 'birthDate', '05/03/1990', 'sameBirth', '096190012345', true],
    ['a bride of seventeen', 'birthDate', '05/03/2009', 'marriageAge', '096309012345', 'unsure'],
    ['a bride of eighteen', 'birthDate', '05/03/2008', 'marriageAge', '096308012345', true],
    ['a groom of nineteen', 'birthDate', '05/03/2007', 'marriageAge', '096207012345', 'unsure'],
    ['a groom of twenty', 'birthDate', '05/03/2006', 'marriageAge', '096206012345', true],
    ['a woman’s number for the father', 'citizenNumber', '096190012345', 'ofMan', undefined, 'unsure'],
    ['a man’s number for the father', 'citizenNumber', '096090012345', 'ofMan', undefined, true],
    ['a man’s number for the mother', 'citizenNumber', '096090012345', 'ofWoman', undefined, 'unsure'],
    ['an owner of fourteen', 'citizenNumber', '096212012345', 'ofAdult', undefined, false],
    ['an owner of thirty-six', 'citizenNumber', '096190012345', 'ofAdult', undefined, true],
    ['a stay of four years', 'dateRange', '01/12/2026 đến 30/11/2030', 'temporaryStay', undefined, false],
    ['a stay of two years', 'dateRange', '01/12/2026 đến 30/11/2028', 'temporaryStay', undefined, true],
    ['a stay of ten days', 'dateRange', '01/12/2026 đến 10/12/2026', 'temporaryStay', undefined, 'unsure'],
    ['a stay that is over', 'dateRange', '01/12/2025 đến 01/06/2026', 'temporaryStay', undefined, false],
  ] as const)('judges %s', (_, check, text, rule, beside, ok) => {
    expect(read(check, text, rule, beside).ok).toBe(ok)
  })

  it('names both answers, and an example', () => {
    const reading = read('birthDate', '05/03/2020', 'parentOf', '2026-11-01')
    expect(reading).toMatchObject({
      because: expect.stringMatching(/05\/03\/2020[^]*01\/11\/2026[^]*6 tuổi[^]*Ví dụ: /) as string,
    })
  })

  it('offers an example that would do', () => {
    const reading = read('dateRange', '01/12/2026 đến 30/11/2030', 'temporaryStay')
    const example = reading.ok === false ? (/Ví dụ: (.+)\.$/.exec(reading.because)?.[1] ?? '') : ''
    expect(read('dateRange', example, 'temporaryStay')).toMatchObject({ ok: true, shown: '01/12/2026 đến 30/11/2028' })
  })

  it('says nothing where the other answer was not given, and never makes an answer of what the check refuses', () => {
    expect(
      withRules(checkNamed('birthDate')!, [{ rule: 'parentOf', answer: 'other' }]).check('05/03/2026', {
        now: NOW,
        answers: {},
      }).ok,
    ).toBe(true)
    fc.assert(
      fc.property(
        fc.constantFrom(...answerRules.keys()),
        fc.constantFrom('birthDate', 'citizenNumber', 'dateRange'),
        fc.string(),
        (rule, check, text) => {
          const plain = checkNamed(check)!.check(text, { now: NOW, answers: {} })
          const ruled = read(check, text, rule, '096190012345')
          return plain.ok !== false || ruled.ok === false
        },
      ),
    )
  })
})

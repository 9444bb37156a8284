import { describe, expect, it } from 'vitest'
import type { CompiledFlow } from '../../src/conversation/flow/compiled-flow.ts'
import type { Effect } from '../../src/conversation/words/session.ts'
import { agencyOf, isReserved } from '../../src/turns/agency-of.ts'

/** Of each version of a flow what it says about its agency. */
const AGENCIES: Record<number, string | undefined> = { 1: undefined, 2: 'H12.99', 3: 'choose', 4: 'H12.99.017' }

const flows = {
  current: () => undefined,
  offered: () => [],
  elsewhere: () => [],
  pinned: (_flow: string, version: number) =>
    version in AGENCIES ? ({ agency: AGENCIES[version] } as unknown as CompiledFlow) : undefined,
}

function filing(version: number, area?: string): Extract<Effect, { type: 'file' }> {
  const chosen = area === undefined ? [] : [{ key: 'agency', label: 'Nơi nhận', value: area, shown: area }]
  return { type: 'file', flow: 'f', version, applicant: 'Trần Mẫu', answers: chosen }
}

describe('the agency that receives a filing', () => {
  it.each([
    ['none is named', 1, undefined, 'H12.99'],
    ['none is named, whatever was answered', 1, '17', 'H12.99'],
    ['the flow names the centre', 2, '17', 'H12.99'],
    ['the flow names a commune', 4, '18', 'H12.99.017'],
    ['the citizen chose a commune', 3, '17', 'H12.99.017'],
    ['the citizen chose the first', 3, '1', 'H12.99.001'],
    ['the citizen chose the last', 3, '64', 'H12.99.064'],
    ['what they chose lies outside the province', 3, '1079', 'H12.99'],
    ['they could choose and nothing was answered', 3, undefined, 'H12.99'],
    ['what they chose is no area', 3, 'Đất Mũi', 'H12.99'],
    ['the version is not known any more', 9, '17', 'H12.99'],
  ])('where %s', (_where, version, area, agency) => {
    expect(agencyOf(flows, filing(version, area))).toBe(agency)
  })
})

describe('a filing that is for leaders alone', () => {
  const reserved = { answer: 'kind', is: 'phuc-vu' }
  const of = (flow: Partial<CompiledFlow>) => ({ ...flows, pinned: () => flow as unknown as CompiledFlow })
  const about = (value?: string): Extract<Effect, { type: 'file' }> => ({
    ...filing(1),
    answers: value === undefined ? [] : [{ key: 'kind', label: 'Loại việc', value, shown: value }],
  })

  it('is one whose answer the flow keeps for them, and no other', () => {
    expect(isReserved(of({ reserved }), about('phuc-vu'))).toBe(true)
    expect(isReserved(of({ reserved }), about('ha-tang'))).toBe(false)
    expect(isReserved(of({ reserved }), about())).toBe(false)
    expect(isReserved(of({ reserved: { answer: 'kind', isNot: 'ha-tang' } }), about('phuc-vu'))).toBe(true)
    expect(isReserved(of({}), about('phuc-vu'))).toBe(false)
  })
})

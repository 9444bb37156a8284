import { describe, expect, it } from 'vitest'
import { fromSent, toSent } from '../../src/checkpoint/number-answer.ts'
import { judgeTime } from '../../src/permits/code/judge.ts'
import { NOW, sampleClaims } from '../permits/sample.ts'

describe('a verdict on its way to a phone', () => {
  it('tells the times of the claims in seconds, as the code does and as every installation reads them', () => {
    const sent = toSent(judgeTime(sampleClaims, NOW))
    expect(sent).toMatchObject({ verdict: 'valid', claims: { validFrom: sampleClaims.validFrom / 1000 } })
    expect(fromSent(JSON.parse(JSON.stringify(sent)) as typeof sent)).toEqual(judgeTime(sampleClaims, NOW))
  })

  it('has no times where nothing was read', () => {
    expect(fromSent(toSent({ verdict: 'unknown', why: 'unrecorded' }))).toEqual({
      verdict: 'unknown',
      why: 'unrecorded',
    })
  })
})

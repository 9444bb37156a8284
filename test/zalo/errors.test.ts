import { describe, expect, it } from 'vitest'
import { renderInstant } from '../../src/kernel/clock.ts'
import { type Action, type Host, ruleFor, TABLES, toSendResult } from '../../src/zalo/errors.ts'

/** 10:00 in Cà Mau on 1 May 2030, and 42 seconds. */
const NOW = Date.parse('2030-05-01T03:00:42Z')

type Listed = Record<Host, Partial<Record<Action, readonly number[]>>>

const LISTED: Listed = {
  oa: {
    REFRESH: [-124, -216, -220],
    RETRY: [-32, -200, -214],
    LATER: [-211, -218, -234],
    TEMPLATE: [-213, -230, -232, -249],
    DROP: [-217, -227, -237, -244, -248, -403, -1340, -1341],
    REUP: [-100],
    FIX: [
      -201, -204, -205, -209, -210, -212, -215, -219, -221, -223, -224, -233, -235, -238, -240, -241, -242, -320, -321,
      -14_002, -14_003,
    ],
  },
  template: {
    REFRESH: [-124],
    RETRY: [-100],
    LATER: [-133, -144, -147, -1441, -1471, -1472],
    DROP: [-108, -110, -114, -118, -119, -139, -140, -141],
    FIX: [
      -101, -102, -103, -104, -105, -106, -107, -109, -111, -112, -1121, -1122, -1124, -113, -1131, -115, -116, -117,
      -120, -121, -122, -123, -1241, -125, -126, -127, -128, -129, -130, -131, -132, -135, -1351, -136, -137, -138,
      -1381, -142, -143, -145, -146, -148, -149, -1491, -150, -151, -152, -153, -158, -159, -160, -161, -162,
    ],
  },
}

const codes = (host: Host) =>
  Object.entries(LISTED[host]).flatMap(([action, listed]) => listed.map((code) => [code, action as Action] as const))

describe.each(['oa', 'template'] as const)('the %s host', (host) => {
  it.each(codes(host))('answers %i with %s', (code, action) => expect(ruleFor(code, host).action).toBe(action))

  it('has no code beside the listed ones', () => {
    const listed = codes(host).map(([code]) => code)
    expect([...TABLES[host].keys()].toSorted((a, b) => b - a)).toEqual(listed.toSorted((a, b) => b - a))
  })
})

it('shares the codes that only one host lists', () => {
  expect(ruleFor(-32, 'template').action).toBe('RETRY')
  expect(ruleFor(-216, 'template').action).toBe('REFRESH')
})

it('drops what it does not know, and tells a person', () => {
  for (const code of [-155, -9_999, 1, 7.5]) {
    expect(ruleFor(code)).toEqual({ action: 'DROP', alert: true })
    expect(toSendResult(code, NOW)).toEqual({ outcome: 'broken', reason: `zalo ${code}` })
  }
})

it.each([
  [-216, 'again'],
  [-100, 'again'],
  [-200, 'again'],
  [-230, 'window closed'],
  [-232, 'window closed'],
  [-217, 'unreachable'],
  [-227, 'unreachable'],
  [-244, 'unreachable'],
  [-248, 'broken'],
  [-201, 'broken'],
  [-224, 'broken'],
] as const)('lets %i become "%s"', (code, outcome) => {
  expect(toSendResult(code, NOW)).toEqual({ outcome, reason: `zalo ${code}` })
})

describe('a later time', () => {
  const at = (code: number, now: string, host: Host = 'oa') => {
    const result = toSendResult(code, Date.parse(now), host)
    return result.outcome === 'later' ? renderInstant(result.notBefore) : result.outcome
  }

  it('is a minute on when too much was asked at once', () => {
    expect(toSendResult(-32, NOW)).toEqual({ outcome: 'later', reason: 'zalo -32', notBefore: NOW + 60_000 })
  })

  it.each([
    [-211, 'oa', '2030-05-01T03:00:00Z', '11:00 01/05/2030'],
    [-218, 'oa', '2030-05-01T03:00:00Z', '00:00 02/05/2030'],
    [-218, 'oa', '2030-05-01T16:59:00Z', '00:09 02/05/2030'],
    [-218, 'oa', '2030-05-01T17:00:00Z', '00:00 03/05/2030'],
    [-234, 'oa', '2030-05-01T15:30:00Z', '06:05 02/05/2030'],
    [-234, 'oa', '2030-05-01T19:30:00Z', '06:05 02/05/2030'],
    [-133, 'template', '2030-05-01T22:55:00Z', '06:10 02/05/2030'],
    [-144, 'template', '2030-05-31T03:00:00Z', '00:00 01/06/2030'],
    [-1441, 'template', '2030-05-01T03:00:00Z', '00:00 01/06/2030'],
    [-1471, 'template', '2030-12-31T03:00:00Z', '00:00 01/01/2031'],
  ] as const)('for %i of %s at %s is %s', (code, host, now, later) => expect(at(code, now, host)).toBe(later))

  it('lies ahead whatever the hour', () => {
    for (let now = NOW; now < NOW + 86_400_000; now += 1_234_567) {
      for (const host of ['oa', 'template'] as const) {
        for (const [code] of TABLES[host]) {
          const result = toSendResult(code, now, host)
          if (result.outcome === 'later') expect(result.notBefore).toBeGreaterThan(now)
        }
      }
    }
  })
})

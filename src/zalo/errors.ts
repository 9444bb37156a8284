import { DAY, HOUR, MINUTE, startOfVietnamDay, toVietnamDay } from '../kernel/clock.ts'
import type { NotSent } from '../notifications/send.ts'

/**
 * What an error of Zalo's asks for, in the words of zalo-oa §8: refresh the token once, try again after a pause,
 * wait for a later time, use a template message, record and stop, tell a person, or upload once more.
 */
export type Action = 'REFRESH' | 'RETRY' | 'LATER' | 'TEMPLATE' | 'DROP' | 'FIX' | 'REUP'

/** When a refused message may be tried again. */
type Until = 'next minute' | 'next hour' | 'next day' | 'next month' | 'morning'

interface Rule {
  action: Action
  /** With LATER and RETRY. */
  until?: Until
  /** With DROP: a person should look all the same. */
  alert?: true
}

/** The customer-care host and the host of template messages give some codes different meanings. */
export type Host = 'oa' | 'template'

const rules = (rule: Rule, codes: readonly number[]): (readonly [number, Rule])[] => codes.map((code) => [code, rule])

const OA: ReadonlyMap<number, Rule> = new Map([
  ...rules({ action: 'REFRESH' }, [-124, -216, -220]),
  ...rules({ action: 'RETRY' }, [-200, -214]),
  ...rules({ action: 'RETRY', until: 'next minute' }, [-32]),
  ...rules({ action: 'LATER', until: 'next hour' }, [-211]),
  ...rules({ action: 'LATER', until: 'next day' }, [-218]),
  ...rules({ action: 'LATER', until: 'morning' }, [-234]),
  ...rules({ action: 'TEMPLATE' }, [-213, -230, -232, -249]),
  ...rules({ action: 'DROP' }, [-217, -227, -237, -244, -403, -1340, -1341]),
  ...rules({ action: 'DROP', alert: true }, [-248]),
  ...rules({ action: 'REUP' }, [-100]),
  ...rules({ action: 'FIX' }, [-201, -204, -205, -209, -210, -212, -215, -219, -221, -223, -224, -233, -235]),
  ...rules({ action: 'FIX' }, [-238, -240, -241, -242, -320, -321, -14_002, -14_003]),
])

const TEMPLATE: ReadonlyMap<number, Rule> = new Map([
  ...rules({ action: 'REFRESH' }, [-124]),
  ...rules({ action: 'RETRY' }, [-100]),
  ...rules({ action: 'LATER', until: 'morning' }, [-133]),
  ...rules({ action: 'LATER', until: 'next day' }, [-144, -147, -1472]),
  ...rules({ action: 'LATER', until: 'next month' }, [-1441, -1471]),
  ...rules({ action: 'DROP' }, [-108, -110, -114, -118, -119, -139, -140, -141]),
  ...rules({ action: 'FIX' }, [-101, -102, -103, -104, -105, -106, -107, -109, -111, -112, -113, -115, -116, -117]),
  ...rules({ action: 'FIX' }, [-120, -121, -122, -123, -125, -126, -127, -128, -129, -130, -131, -132, -135, -136]),
  ...rules({ action: 'FIX' }, [-137, -138, -142, -143, -145, -146, -148, -149, -150, -151, -152, -153, -158, -159]),
  ...rules({ action: 'FIX' }, [-160, -161, -162, -1121, -1122, -1124, -1131, -1241, -1351, -1381, -1491]),
])

export const TABLES: Readonly<Record<Host, ReadonlyMap<number, Rule>>> = { oa: OA, template: TEMPLATE }

/** A code nobody has documented is not tried again: repeating what Zalo refused for unknown reasons endangers the account. */
const UNKNOWN: Rule = { action: 'DROP', alert: true }

/**
 * `code` is the number beside `message` in a body that is not a success (zalo-oa §0, fact 4). The template host keeps
 * codes of its own and shares the rest, -32 among them.
 */
export const ruleFor = (code: number, host: Host = 'oa'): Rule => TABLES[host].get(code) ?? OA.get(code) ?? UNKNOWN

/** What a refusal means for a waiting message. REFRESH and REUP come here only after the one repeat was refused too. */
export function toSendResult(code: number, now: number, host: Host = 'oa'): NotSent {
  const reason = `zalo ${code}`
  const { action, until, alert } = ruleFor(code, host)
  switch (action) {
    case 'REFRESH':
    case 'REUP':
      return { outcome: 'again', reason }
    case 'RETRY':
    case 'LATER':
      return until ? { outcome: 'later', reason, notBefore: startOf(until, now) } : { outcome: 'again', reason }
    case 'TEMPLATE':
      return { outcome: 'window closed', reason }
    case 'DROP':
      return { outcome: alert ? 'broken' : 'unreachable', reason }
    case 'FIX':
      return { outcome: 'broken', reason }
  }
}

/** Limits end for everybody at the same instant; those who were refused apart come back as far apart. */
const SPREAD = 10 * MINUTE

function startOf(until: Until, now: number): number {
  const today = startOfVietnamDay(toVietnamDay(now))
  const spread = now % SPREAD
  switch (until) {
    case 'next minute':
      return now + MINUTE
    case 'next hour':
      return now + HOUR
    case 'next day':
      return today + DAY + spread
    case 'next month': {
      const [year, month] = toVietnamDay(now).split('-').map(Number)
      return startOfVietnamDay(new Date(Date.UTC(year ?? 0, month ?? 0, 1)).toISOString().slice(0, 10)) + spread
    }
    case 'morning': {
      // Zalo's night is 22:00–06:00, with five minutes for clocks that differ (zalo-oa §8, -234).
      const six = today + 6 * HOUR + 5 * MINUTE
      return (now < six ? six : six + DAY) + spread
    }
  }
}

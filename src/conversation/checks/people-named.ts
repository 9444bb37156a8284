import { readSpokenNumber } from './spoken-number.ts'

const NUMBER = '(?:\\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)'
const PERSON = '(?:nguoi|dua|tre|be|chau|con|em|thang|nhoc|mang)'
const KIN =
  '(?:vo|chong|cha|ba|tia|bo|me|ma|con|chau|anh|chi|em|ong|bac|chu|co|di|cau|mo|thim|duong|dau|re|ban|nguoi|dua|thang|nhoc|be|ut)'
const counted = new RegExp(`(?<![a-z\\d])(${NUMBER}) (?:dua |thang |nguoi )?${PERSON}(?![a-z])`, 'g')
/** "Hai vợ chồng", "3 mẹ con", "anh em tui": who speaks is one of them. */
const WITH_SPEAKER = new RegExp(
  `(?<![a-z\\d])(?:(${NUMBER}) )?(?:vo chong|(?:me|ma|cha|ba|ong|di|co|chu|anh|chi|ong ba) (?:con|chau|em))(?! (?:trai|gai|noi|ngoai|ut))(?![a-z])`,
)
const PAIR = /(?<![a-z])(?:(?:cha|ba|tia|bo) (?:me|ma)|ong ba)(?![a-z])/
const FILLED =
  /(?:^| )(?:da|thi|co|cho|cho theo|dan|dat|dem|theo|di|cung|chung|nua|lan|ca|roi|them|kem|cua|khoang|chac|la|tat ca|thoi|nho|lon|toi|tui|minh|em ruot|a|nha)(?= |$)/g

const numberOf = (said: string): number => (/^\d/.test(said) ? Number(said) : (readSpokenNumber(said) ?? 0))

/** How many people a part names, the speaker not counted; undefined where it names nobody we know. */
function countIn(part: string): number | undefined {
  const several = WITH_SPEAKER.exec(part)
  const rest = several ? part.replace(several[0], ' ') : part
  const bare = rest.replace(FILLED, ' ').replace(/\s+/g, ' ').trim()
  const own = several ? (several[1] === undefined ? 2 : numberOf(several[1])) - 1 : 0
  if (bare === '') return several || /(?:^| )(?:toi|tui|minh)(?: |$)/.test(part) ? own : undefined
  const numbers = [...bare.matchAll(counted)]
  const others = numbers.reduce((all, [, said = '']) => all + numberOf(said), 0)
  if (others > 0) return own + others
  if (PAIR.test(bare)) return own + 2
  return new RegExp(`^(?:\\S+ )?${KIN}(?: \\S+){0,2}$`).test(bare) ? own + 1 : undefined
}

/**
 * "Vợ chồng tui với 2 đứa nhỏ", "chở má đi": how many people go along with who speaks, folded words. Undefined where a part of
 * it names nobody.
 */
export function peopleNamed(folded: string): number | undefined {
  const counts = folded.split(/ (?:voi|va|cung) |,/).map((part) => countIn(part.trim()))
  return counts.some((it) => it === undefined) ? undefined : counts.reduce<number>((all, it) => all + (it ?? 0), 0)
}

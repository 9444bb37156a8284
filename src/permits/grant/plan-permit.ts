import { plate as plateCheck } from '../../conversation/checks/plate.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { findArea } from '../../province/areas.ts'
import { DAY, renderInstant, SECOND } from '../../kernel/clock.ts'
import type { PermitId } from '../../kernel/ids.ts'
import { beginningOf, firstLetterOf, tidy } from '../../kernel/text.ts'
import { MAX_NAME, MAX_PLATE } from '../code/claims.ts'
import { renderOrderEnded, type PermitKind } from './kinds.ts'
import type { Permit, PermitClaims } from '../code/permit.ts'
import { renderTerms } from '../code/render-terms.ts'
import { NO_TERMS, openFrom, packTerms, type Terms } from '../code/terms.ts'

export type Planned = { outcome: 'planned'; claims: PermitClaims } | Refused

/** Why no permit can be made of this dossier, in words an officer reads. */
export interface Refused {
  outcome: 'refused'
  because: string
}

export interface PermitPlan {
  dossier: Dossier
  kind: PermitKind
  id: PermitId
  now: number
  /** When the order behind the kind ended, if it did. */
  orderEndedAt?: number
  /** The permit to go on from, when the dossier names one; null when it cannot be found. */
  extended?: { permit: Permit; isOwn: boolean } | null
}

/** What a permit for this dossier would say. The answers were checked when given; time may have passed since. */
export function planPermit({ dossier, kind, id, now, orderEndedAt, extended }: PermitPlan): Planned {
  const answer = answersOf(dossier, kind)
  const name = tidy(answer('applicant')).replace(/\s+/g, ' ')
  const citizenNumber = answer('citizenNumber')
  const purpose = kind.purposes.find(({ key }) => key === (kind.purpose ?? answer('purpose')))
  const from = findArea(Number(answer('from')))
  const to = findArea(Number(answer('to')))
  const plate = tidy(answer('plate')).toUpperCase()
  const validFrom = readInstant(answer('validFrom'))
  const validUntil = readInstant(answer('validUntil'))
  // An extension asks for none of its own.
  const terms = saysTerms(answer) ? readTerms(answer) : (extended?.permit.terms ?? NO_TERMS)
  const title = kind.name[0]!.toUpperCase() + kind.name.slice(1)

  if (orderEndedAt !== undefined) return refuse(renderOrderEnded(kind, orderEndedAt))
  if (!name) return refuse('Hồ sơ chưa có họ và tên của người xin cấp giấy.')
  if (!/^[0-9]{12}$/.test(citizenNumber)) return refuse('Hồ sơ chưa có số căn cước đủ 12 chữ số.')
  if (!purpose) return refuse('Hồ sơ chưa có mục đích đi lại.')
  if (!from) return refuse('Hồ sơ chưa có nơi đi.')
  if (!to) return refuse('Hồ sơ chưa có nơi đến.')
  if (plate && !isPlate(plate, now))
    return refuse('Biển số xe trong hồ sơ không đọc được. Biển số đúng có dạng 69C1-123.45.')
  if (!validFrom || !validUntil) return refuse('Hồ sơ chưa có thời gian đi: từ lúc nào, đến lúc nào.')
  if (validUntil <= validFrom) return refuse('Thời gian đi trong hồ sơ không đúng: lúc về phải sau lúc đi.')
  if (validUntil - validFrom > kind.longestDays * DAY)
    return refuse(`${title} có giá trị nhiều nhất ${kind.longestDays} ngày.`)
  if (validUntil <= now) return refuse(`Thời gian xin đi đã qua (đến ${renderInstant(validUntil)}).`)
  if (!terms) return refuse('Khung giờ, ngày trong tuần hoặc số người đi cùng trong hồ sơ không đọc được.')
  if (openFrom(terms, Math.max(validFrom, now)) >= validUntil)
    return refuse(renderNeverOpen(terms, Math.max(validFrom, now), validUntil))
  const trouble = extended === undefined ? undefined : troubleExtending(kind, extended, validFrom, now)
  if (trouble !== undefined) return refuse(trouble)

  return {
    outcome: 'planned',
    claims: {
      ...{ id, name: shorten(name), idLast4: citizenNumber.slice(-4), plate },
      ...{ from: from.code, to: to.code, purpose: purpose.code },
      ...{ validFrom: wholeSecond(validFrom), validUntil: wholeSecond(validUntil) },
      ...(packTerms(terms) !== undefined && { terms }),
    },
  }
}

/** The code has no room for less. */
const wholeSecond = (at: number): number => Math.floor(at / SECOND) * SECOND

/** The permit that this dossier asks to go on from. */
export const extendedBy = (dossier: Dossier, kind: PermitKind): PermitId | undefined =>
  (answersOf(dossier, kind)('permit') || undefined) as PermitId | undefined

/** An extension begins at the old end, and never brings back what was revoked or has ended. */
function troubleExtending(
  kind: PermitKind,
  extended: NonNullable<PermitPlan['extended']> | null,
  validFrom: number,
  now: number,
): string | undefined {
  if (!kind.mayBeExtended) return `Loại giấy này không gia hạn được. Người dân xin ${kind.name} mới.`
  if (!extended?.isOwn) return `Không tìm thấy ${kind.name} cần gia hạn của người nộp hồ sơ này.`
  const { number, validUntil: end, revokedAt } = extended.permit
  if (revokedAt !== undefined)
    return `Giấy số ${number} đã bị thu hồi nên không gia hạn được. Người dân phải xin giấy mới.`
  if (end <= now)
    return `Giấy số ${number} đã hết hạn lúc ${renderInstant(end)} nên không gia hạn được. Người dân phải xin giấy mới.`
  if (validFrom !== end) return `Giấy mới phải bắt đầu đúng lúc giấy số ${number} hết hạn (${renderInstant(end)}).`
  return undefined
}

const answersOf = ({ answers }: Dossier, kind: PermitKind) => {
  const given = new Map(answers.map(({ key, value }) => [key, value]))
  return (claim: string): string => given.get(kind.answers[claim] ?? claim)?.trim() ?? ''
}

/** As the chat judged it when it was asked; what an older version took and this one doubts is still a plate. */
const isPlate = (plate: string, now: number): boolean =>
  plate.length <= MAX_PLATE &&
  !/[^A-ZĐ0-9 .-]/.test(plate) &&
  plateCheck.check(plate, { now, answers: {} }).ok !== false

const renderNeverOpen = (terms: Terms, from: number, until: number): string =>
  `Từ ${renderInstant(from)} đến ${renderInstant(until)} không có lúc nào được đi (${renderTerms(terms)}), nên giấy này không dùng được. ` +
  'Xin yêu cầu người dân bổ sung: chọn lại ngày, giờ trong ngày hoặc thời gian đi.'

const refuse = (because: string): Refused => ({ outcome: 'refused', because })

const readInstant = (text: string): number | undefined => (/^[0-9]{1,15}$/.test(text) ? Number(text) : undefined)

const saysTerms = (answer: (claim: string) => string): boolean =>
  ['hours', 'days', 'companions'].some((claim) => answer(claim) !== '')

/** `hours` is `10-19` in half hours, `days` a bit for each day from Monday on, `companions` a count; all optional. */
function readTerms(answer: (claim: string) => string) {
  const [hours, days, companions] = [answer('hours'), answer('days'), answer('companions')]
  const [, from, to] = /^([0-9]{1,2})-([0-9]{1,2})$/.exec(hours) ?? []
  if ((hours && from === undefined) || (days && !/^[0-9]{1,3}$/.test(days))) return undefined
  if (companions && !/^[0-7]$/.test(companions)) return undefined
  const terms = {
    companions: Number(companions || NO_TERMS.companions),
    days: Number(days || NO_TERMS.days),
    from: Number(from ?? NO_TERMS.from),
    to: Number(to ?? NO_TERMS.to),
  }
  const isSound = terms.days > 0 && terms.days < 128 && terms.from < terms.to && terms.to <= 48
  return isSound ? terms : undefined
}

/**
 * A name too long for the code keeps its first and last word, by which people are called; those between become initials,
 * as few as needed, and move together where that is not enough.
 */
function shorten(name: string): string {
  const words = name.split(' ')
  for (let i = 1; i < words.length - 1 && words.join(' ').length > MAX_NAME; i++)
    words[i] = `${firstLetterOf(words[i] ?? '')}.`
  const spaced = words.join(' ')
  const tight = [words[0], words.slice(1, -1).join(''), words.at(-1)].join(' ')
  return beginningOf(spaced.length > MAX_NAME && words.length > 2 ? tight : spaced, MAX_NAME).trim()
}

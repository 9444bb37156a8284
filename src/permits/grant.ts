import { randomBytes } from 'node:crypto'
import type { Dossier } from '../dossiers/dossier.ts'
import { DAY, HOUR, renderInstant } from '../kernel/clock.ts'
import { findArea } from '../kernel/areas.ts'
import type { PermitId } from '../kernel/ids.ts'
import { tidy } from '../kernel/text.ts'
import { MAX_NAME, MAX_PLATE } from './claims.ts'
import type { KeyRing } from './keys.ts'
import { renderNumber } from './number.ts'
import type { Permit, PermitClaims } from './permit.ts'
import { findPurpose } from './purposes.ts'
import { remindAt } from './remind-at.ts'
import { seal } from './seal.ts'

const LONGEST_PERIOD = 7 * DAY
const REMIND_BEFORE = 6 * HOUR

export type Planned = { outcome: 'planned'; claims: PermitClaims } | Refused
export type Granted = { outcome: 'granted'; permit: Permit } | Refused

/** Why no permit can be made of this dossier, in words an officer reads. */
export interface Refused {
  outcome: 'refused'
  because: string
}

/** What a permit for this travel pass would say. The answers were checked when given; time may have passed since. */
export function planPermit(dossier: Dossier, id: PermitId, now: number): Planned {
  const answers = new Map(dossier.answers.map((answer) => [answer.key, answer.value]))
  const answer = (key: string) => answers.get(key)?.trim() ?? ''

  const name = tidy(answer('applicant')).replace(/\s+/g, ' ')
  const citizenNumber = answer('citizenNumber')
  const purpose = findPurpose(answer('purpose'))
  const from = findArea(Number(answer('from')))
  const to = findArea(Number(answer('to')))
  const plate = tidy(answer('plate')).toUpperCase()
  const validFrom = readInstant(answer('validFrom'))
  const validUntil = readInstant(answer('validUntil'))

  if (!name) return refuse('Hồ sơ chưa có họ và tên của người xin cấp giấy.')
  if (!/^[0-9]{12}$/.test(citizenNumber)) return refuse('Hồ sơ chưa có số căn cước đủ 12 chữ số.')
  if (!purpose) return refuse('Hồ sơ chưa có mục đích đi lại.')
  if (!from) return refuse('Hồ sơ chưa có nơi đi.')
  if (!to) return refuse('Hồ sơ chưa có nơi đến.')
  if (plate.length > MAX_PLATE || /[^A-ZĐ0-9 .-]/.test(plate))
    return refuse('Biển số xe trong hồ sơ không đọc được. Biển số đúng có dạng 69C1-123.45.')
  if (!validFrom || !validUntil) return refuse('Hồ sơ chưa có thời gian đi: từ lúc nào, đến lúc nào.')
  if (validUntil <= validFrom) return refuse('Thời gian đi trong hồ sơ không đúng: lúc về phải sau lúc đi.')
  if (validUntil - validFrom > LONGEST_PERIOD) return refuse('Giấy đi đường có giá trị nhiều nhất 7 ngày.')
  if (validUntil <= now) return refuse(`Thời gian xin đi đã qua (đến ${renderInstant(validUntil)}).`)

  return {
    outcome: 'planned',
    claims: {
      id,
      name: shorten(name),
      idLast4: citizenNumber.slice(-4),
      plate,
      from: from.code,
      to: to.code,
      purpose: purpose.code,
      validFrom: Math.floor(validFrom / 1000),
      validUntil: Math.floor(validUntil / 1000),
    },
  }
}

/** Eight random bytes: a permit cannot be guessed from its neighbour. */
export const randomPermitId = (): PermitId => randomBytes(8).toString('hex') as PermitId

/** The shell: plans, chooses the key, signs. */
export const createGrant =
  ({ keys, makePermitId }: { keys: KeyRing; makePermitId: () => PermitId }) =>
  async (dossier: Dossier, now: number): Promise<Granted> => {
    const planned = planPermit(dossier, makePermitId(), now)
    if (planned.outcome === 'refused') return planned
    const { claims } = planned

    const keyId = keys.keyFor({ now, validFrom: claims.validFrom * 1000, validUntil: claims.validUntil * 1000 })
    if (!keyId) return refuse('Chưa có khóa ký còn hạn cho thời gian này. Xin báo người quản trị hệ thống.')
    const digits = await seal(claims, keyId, keys)
    const number = renderNumber(claims.id)
    const reminded = remindAt({ ...claims, issuedAt: now }, REMIND_BEFORE)
    return {
      outcome: 'granted',
      permit: {
        ...{ ...claims, kind: 'travel-pass', dossier: dossier.id, number, keyId, digits, issuedAt: now },
        ...(reminded !== undefined && { remindAt: reminded }),
      },
    }
  }

const refuse = (because: string): Refused => ({ outcome: 'refused', because })

function readInstant(text: string): number | undefined {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined
}

/** A name too long for the code keeps its first and last word; those between become initials, as few as needed. */
function shorten(name: string): string {
  const words = name.split(' ')
  for (let i = 1; i < words.length - 1 && words.join(' ').length > MAX_NAME; i++) words[i] = `${words[i]![0]}.`
  return words.join(' ').slice(0, MAX_NAME).trim()
}

import { readFileSync } from 'node:fs'
import type { Filing } from '../../src/dossiers/acts/file.ts'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import type { CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import { parsePermitKeys, type KeyRing } from '../../src/permits/keys/keys.ts'
import { createKeyRing, inventKey } from './plain-ring.ts'
import type { Permit, PermitClaims } from '../../src/permits/code/permit.ts'
import { readKinds } from '../../src/permits/grant/read-kinds.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import { seal } from '../../src/permits/code/seal.ts'

const read = readKinds(readFileSync(new URL('../../flows/permits.yaml', import.meta.url), 'utf8'))
if (!read.ok) throw new Error(read.problems.join('; '))
/** The kinds that are shipped. */
export const sampleKinds = read.kinds
export const travelPass = sampleKinds.find('travel-pass')!
export const marketCard = sampleKinds.find('market-card')!

/** Half past seven in the morning of the model day. */
export const NOW = Date.parse('2030-05-01T07:30:00+07:00')

export const sampleClaims: PermitClaims = {
  id: '00112233445566ff' as PermitId,
  name: 'Nguyễn Thị Ánh Tuyết',
  idLast4: '2345',
  plate: '69C1-123.45',
  from: 1,
  to: 1092,
  purpose: 2,
  validFrom: Date.parse('2030-05-01T06:00:00+07:00'),
  validUntil: Date.parse('2030-05-04T17:00:00+07:00'),
}

export function ringOf(...texts: string[]): KeyRing {
  const parsed = parsePermitKeys(texts.join(','))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return createKeyRing(parsed.keys)
}

export const sampleRing = ringOf(inventKey('a001', '2030-01-01', '2030-12-31'))

/** What is in the database after a permit with these claims was granted. */
export async function samplePermit(changes: Partial<Permit> = {}, ring: KeyRing = sampleRing): Promise<Permit> {
  const claims = { ...sampleClaims, ...changes }
  return {
    ...claims,
    dossier: 'd1' as DossierId,
    kind: 'travel-pass',
    number: renderNumber(claims.id),
    keyId: 'a001',
    digits: await seal(claims, 'a001', ring),
    issuedAt: NOW,
    ...changes,
  }
}

const answers: Record<string, string> = {
  applicant: 'Nguyễn Thị Ánh Tuyết',
  citizenNumber: '096190012345',
  phone: '0912345678',
  purpose: 'y-te',
  from: '1',
  to: '1092',
  plate: '69C1-123.45',
  validFrom: String(Date.parse('2030-05-01T06:00:00+07:00')),
  validUntil: String(Date.parse('2030-05-04T17:00:00+07:00')),
}

/** A travel pass as filed; an answer changed to undefined was not given. */
export function travelDossier(changes: Record<string, string | undefined> = {}): Dossier {
  const given = Object.entries({ ...answers, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return {
    id: 'd1' as DossierId,
    code: 'H12.99-300501-0001',
    lookupSecret: 'K7M2',
    citizen: '7301234567890123456' as CitizenId,
    flow: 'cap-giay-di-duong',
    flowVersion: 1,
    agency: 'H12.99',
    holder: 'H12.99',
    handler: null,
    isReserved: 0,
    queue: NOW,
    asideUntil: null,
    answerBy: null,
    wakeAt: null,
    status: 'accepted',
    lastAction: 'accepted',
    dueAt: null,
    applicant: answers['applicant']!,
    answers: given.map(([key, value]) => ({ key, label: key, value, shown: value })),
    filedAt: NOW,
    updatedAt: NOW,
    revision: 1,
  }
}

/** The same before its acts: what was filed, without where it stands. */
export function travelFiling(): Filing {
  const {
    status: _,
    lastAction: __,
    filedAt: ___,
    updatedAt: ____,
    dueAt: _____,
    revision: ______,
    ...filing
  } = travelDossier()
  return filing
}

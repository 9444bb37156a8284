import { and, asc, desc, eq, gt, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import { bucketsOf } from '../permits/grant/buckets.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { packTerms, unpackTerms } from '../permits/code/terms.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'
import { walkPermits } from './walk-permits.ts'

type Row = Schema['permits']['$inferSelect']

export function createPermits(engine: Engine): Permits {
  const { tables, read } = engine
  const { permits, dossiers } = tables
  return {
    find: async (id) => {
      const [row] = await read.select().from(permits).where(eq(permits.id, id))
      return row && toPermit(row)
    },
    findByNumber: async (number) => {
      const [row] = await read.select().from(permits).where(eq(permits.number, number))
      return row && toPermit(row)
    },
    ofDossier: async (dossier) => {
      const rows = await read.select().from(permits).where(eq(permits.dossier, dossier)).orderBy(desc(permits.issuedAt))
      return rows.map(toPermit)
    },
    ofCitizen: async (citizen, limit) => {
      const rows = await read
        .select({ permit: permits })
        .from(permits)
        .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
        .where(eq(dossiers.citizen, citizen))
        .orderBy(sql`case when ${permits.revokedAt} is null then 0 else 1 end`, desc(permits.validUntil))
        .limit(limit)
      return rows.map(({ permit }) => toPermit(permit))
    },
    isOf: async (id, citizen) => {
      const rows = await read
        .select({ id: permits.id })
        .from(permits)
        .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
        .where(and(eq(permits.id, id), eq(dossiers.citizen, citizen)))
      return rows.length > 0
    },
    revokedSince: async function* (since, now) {
      const walk = { which: isNotNull(permits.revokedAt), by: permits.revokedAt, from: gte(permits.revokedAt, since) }
      for await (const rows of walkPermits(engine, walk))
        yield rows.filter(({ validUntil }) => validUntil > now).map(({ id }) => id)
    },
    numbersUnder: async (keyId, now) => {
      const inForce = and(isNull(permits.revokedAt), gt(permits.validUntil, now))
      const rows = await read
        .select({ number: permits.number })
        .from(permits)
        .where(and(eq(permits.keyId, keyId), inForce))
        .orderBy(asc(permits.number))
      return rows.map(({ number }) => number)
    },
  }
}

export const toPermitRow = ({ name, idLast4, plate, from, to, terms, ...permit }: Permit): Row => ({
  ...permit,
  ...bucketsOf({ name, idLast4, plate }),
  terms: (terms && packTerms(terms)) ?? null,
  replaces: permit.replaces ?? null,
  remindAt: permit.remindAt ?? null,
  holder: { name, idLast4, plate },
  fromArea: from,
  toArea: to,
  revokedAt: permit.revokedAt ?? null,
  revokedBecause: permit.revokedBecause ?? null,
  endedWith: null,
})

export function toPermit(row: Row): Permit {
  const { holder, fromArea, toArea, personBucket: _person, plateBucket: _plate, endedWith: _order, ...rest } = row
  const { terms: packed, replaces, remindAt, revokedAt, revokedBecause, ...permit } = rest
  const terms = packed === null ? undefined : unpackTerms(packed)
  return {
    ...{ ...permit, ...holder, from: fromArea, to: toArea },
    ...(terms && { terms }),
    ...(replaces !== null && { replaces }),
    ...(remindAt !== null && { remindAt }),
    ...(revokedAt !== null && { revokedAt }),
    ...(revokedBecause !== null && { revokedBecause }),
  }
}

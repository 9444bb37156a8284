import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Fault, isStorageUnwell } from '../../../src/kernel/fault.ts'
import { toStorageFault } from '../../../src/storage/engine/driver-fault.ts'

const coded = (code: string) => Object.assign(new Error('Nguyễn Thị Bí Mật'), { code, detail: '0912345678' })
const throughDrizzle = (cause: Error) => new DrizzleQueryError('insert into inbox', ['0912345678'], cause)

describe('an error of the driver', () => {
  it.each([
    ...['57P01', '57014', '53300', '53100', '58030', '08006', '25006', '55P03', '40001', 'XX001', '0A000', '26000'],
    ...['42P01', '42501', '42703', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ])('%s of PostgreSQL means that the storage is unwell', (code) => {
    const fault = toStorageFault(throughDrizzle(coded(code)))
    expect(fault).toMatchObject({ code: `storage ${code}`, retry: true })
    expect(isStorageUnwell(fault)).toBe(true)
  })

  it.each(['22003', '22021', '22P02', '23505', '23502', '42601', '54000', 'P0001', '21000'])(
    '%s of PostgreSQL means that it refused what it was asked',
    (code) => {
      const fault = toStorageFault(throughDrizzle(coded(code)))
      expect(fault).toMatchObject({ code: `storage ${code}`, retry: false })
      expect(isStorageUnwell(fault)).toBe(false)
    },
  )

  it.each(['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY', 'SQLITE_CORRUPT', 'SQLITE_ERROR'])(
    '%s means that the storage is unwell',
    (code) => expect(toStorageFault(coded(code))).toMatchObject({ code: `storage ${code}`, retry: true }),
  )

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_TRIGGER', 'SQLITE_TOOBIG', 'SQLITE_MISMATCH'])(
    '%s means that it refused what it was asked',
    (code) => expect(toStorageFault(coded(code))).toMatchObject({ code: `storage ${code}`, retry: false }),
  )

  it('without a code is a lost connection, and a mistake of ours is none of the storage', () => {
    expect(toStorageFault(throughDrizzle(new Error('Connection terminated')))).toMatchObject({ retry: true })
    expect(toStorageFault(throughDrizzle(new TypeError('not a function')))).toMatchObject({ retry: false })
    const own = new Fault('dossier counter gave no number', { retry: false })
    expect(toStorageFault(own)).toBe(own)
  })

  it('never carries the statement, its values or what the driver says of them', () => {
    for (const fault of [toStorageFault(throughDrizzle(coded('23505'))), toStorageFault(coded('SQLITE_FULL'))]) {
      const { message, stack, cause } = fault as Error
      const told = JSON.stringify({ message, stack, cause, ...(fault as object) })
      expect(told).not.toMatch(/Bí Mật|0912345678|insert into/)
    }
  })
})

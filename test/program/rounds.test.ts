import { expect, it } from 'vitest'
import { startRounds } from '../../src/program/rounds.ts'

it('makes up in the next round for one that failed, names it, and stops when told', async () => {
  const warned: object[] = []
  const log = { info: () => undefined, warn: (fields: object) => void warned.push(fields), error: () => undefined }
  let rounds = 0
  let stop = (): void => undefined
  const twice = new Promise<void>((done) => {
    const work = async () => {
      if (++rounds === 2) done()
      if (rounds === 1) throw new Error('the database was away')
    }
    stop = startRounds([{ what: 'counting', every: 2, work }], log)
  })
  await twice
  stop()
  const made = rounds
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(rounds).toBe(made)
  expect(warned).toEqual([{ what: 'counting' }])
})

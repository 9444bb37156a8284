import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRoom } from '../../src/attachments/room.ts'

it('asks the disk now and then, and says when what is left is kept for the database', async () => {
  let [now, free, asked] = [0, 3_000, 0]
  const room = createRoom(
    '/files',
    () => now,
    async () => (asked++, free),
    2_000,
  )
  expect(await room.isLeft()).toBe(true)
  free = 2_000
  expect([await room.isLeft(), asked]).toEqual([true, 1])
  now += 5_000
  expect([await room.isLeft(), asked]).toEqual([false, 2])
})

it('measures a real folder', async () => {
  expect(await createRoom(tmpdir(), Date.now, undefined, 0).isLeft()).toBe(true)
  expect(await createRoom(tmpdir(), Date.now, undefined, Number.MAX_SAFE_INTEGER).isLeft()).toBe(false)
})

it('measures a folder that is not there yet, as on a first start beside PostgreSQL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'room-'))
  expect(await createRoom(join(folder, 'data', 'files'), Date.now, undefined, 0).isLeft()).toBe(true)
  await rm(folder, { recursive: true })
})

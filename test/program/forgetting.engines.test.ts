import { createHash } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runProgram, until, type Running } from './running.ts'

const LEFT = Buffer.from('a photo whose row is gone')
const SHA256 = createHash('sha256').update(LEFT).digest('hex')

/** A process ended between forgetting the row and deleting the file, yesterday. */
async function orphan(dataDir: string): Promise<void> {
  const place = join(dataDir, 'files', SHA256.slice(0, 2), SHA256.slice(2, 4))
  await mkdir(place, { recursive: true })
  await writeFile(join(place, SHA256), LEFT)
  const yesterday = new Date(Date.now() - 86_400_000)
  await utimes(join(place, SHA256), yesterday, yesterday)
}

let running: Running
beforeAll(async () => {
  running = await runProgram({ left: orphan })
})
afterAll(() => running.close())

describe('the whole program', () => {
  it('deletes at its start a file that a crash left without a row, and counts it', async () => {
    const isGone = async () =>
      !(await readdir(join(running.dataDir, 'files'), { recursive: true })).some((name) => name.endsWith(SHA256))
    await until(isGone)
    const counted = async () =>
      (await running.program.metrics.registry.metrics()).includes('mot_cua_swept_files_total 1')
    await until(counted)
  })

  it('says nothing more of what it had to say before it was asked to forget', async () => {
    const citizen = '7000000000000000601'
    await running.say(citizen, 'menu')
    const before = running.heard(citizen).length
    // The first message waits for its next attempt, and all that follow wait behind it.
    running.phone.faults.set({ dropBefore: 1 })
    for (const text of ['tra cứu', '#lam:du-lieu-cua-toi', '1', 'Xóa']) await running.phone.says(citizen, text).fate
    await running.settled()
    expect(running.heard(citizen).slice(before)).toEqual([expect.stringMatching(/^Đã xóa/)])
    const { outbox } = running.engine.tables
    const dropped = await running.engine.read.select().from(outbox).where(eq(outbox.reason, 'forgotten'))
    expect(dropped.length).toBeGreaterThan(2)
    for (const { message } of dropped) expect(message).toEqual({ type: 'text', text: '' })
  })
})

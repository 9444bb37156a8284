import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/kernel/clock.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { plantGranted } from '../storage/granted.ts'
import { type Running, runProgram } from './running.ts'

describe('a citizen’s own permits in the chat', () => {
  let running: Running
  beforeAll(async () => {
    running = await runProgram()
  })
  afterAll(() => running.close())

  const plant = (changes: Partial<Permit> = {}) => {
    const validFrom = Math.floor(Date.now() / 1_000) * 1_000 - 60_000
    return plantGranted(running.engine, { validFrom, validUntil: validFrom + 48 * 3_600_000, ...changes })
  }

  it('are shown at once where there is one, and its picture is sent as often as it is asked for', async () => {
    const { citizen, permit } = await plant()
    await running.say(citizen, 'mã qr của tôi', '1', 'Gửi lại mã QR')
    const heard = running.heard(citizen)
    expect(heard[2]).toContain(`giấy đi đường số ${permit.number}, dùng được đến`)
    expect(heard.filter((told) => told === '[picture]')).toHaveLength(2)
    expect(heard.at(-1)).toContain(`giấy đi đường số ${permit.number}, dùng được đến`)
  })

  it('are named by themselves, not by their place in a list, in a filing that extends one', async () => {
    const { citizen, permit } = await plant()
    await running.say(citizen, '#lam:gia-han-giay-di-duong', '#co', '1')
    const { session } = await running.program.turns.conversations.load(citizen)
    expect(session.position?.context.answers['permit']?.value).toBe(permit.id)
  })

  it('are not shown to anybody else', async () => {
    const { permit } = await plant()
    const stranger = '7999999999999999'
    await running.say(stranger, '#lam:giay-cua-toi', permit.number, permit.id, '#chon.p1')
    expect(running.heard(stranger).join('\n')).toMatch(/không có giấy nào/)
    expect(running.heard(stranger).join('\n')).not.toMatch(new RegExp(`\\[picture\\]|${permit.number}`))
  })

  it('are not sent again once they are revoked, even from a list that was shown before', async () => {
    const { citizen, permit } = await plant()
    await running.say(citizen, '#lam:giay-cua-toi')
    const { engine } = running
    await engine.write(
      async (db) => void (await db.update(engine.tables.permits).set({ revokedAt: Date.now() - HOUR })),
    )
    await running.say(citizen, '1')
    expect(running.heard(citizen).join('\n')).toContain(`${permit.number} đã được thu hồi`)
    expect(running.heard(citizen)).not.toContain('[picture]')
  })
})

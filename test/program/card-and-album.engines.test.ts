import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import { photographCard } from '../attachments/made-card.ts'
import { runProgram, until, type Running } from './running.ts'

let running: Running
const clock = { shift: 0 }
beforeAll(async () => {
  running = await runProgram({ now: () => Date.now() + clock.shift })
})
afterAll(() => running.close())

const heardLast = (citizen: string, pattern: RegExp) => until(() => pattern.test(running.heard(citizen).at(-1) ?? ''))

/** Every file under the data folder except the database. */
async function filesKept(): Promise<string[]> {
  const found = await readdir(running.dataDir, { recursive: true, withFileTypes: true })
  return found.filter((it) => it.isFile() && !it.name.startsWith('mot-cua.db')).map(({ name }) => name)
}

/** The message of a turn may arrive before the disk is done. */
const nothingIsKept = () => until(async () => (await filesKept()).length === 0)

describe('the whole program', () => {
  it('reads a card sent as a photo, fills what it says and keeps nothing of the picture', async () => {
    const citizen = '7000000000000000501'
    await running.say(citizen, '#lam:cap-giay-di-duong', '#co', 'đồng ý')
    await running.phone.sendsPhotos(citizen, [await photographCard()]).at(-1)?.fate
    await heardLast(citizen, /Nguyễn Thị Mẫu[^]*096••••••345[^]*đúng không/)
    await running.say(citizen, 'đúng')
    expect(running.heard(citizen).at(-1)).toContain('Số điện thoại')
    await nothingIsKept()
    const { inbox, attachments } = running.engine.tables
    const rows = await running.engine.read.select({ event: inbox.event, body: inbox.body }).from(inbox)
    expect(rows.filter(({ event }) => event !== null)).toEqual([])
    expect(rows.filter(({ body }) => body?.includes('user_send_image'))).toEqual([])
    expect(await running.engine.read.select({ url: attachments.url }).from(attachments)).toEqual([{ url: '' }])
  })

  it('takes three photos sent at once for one answer', async () => {
    const citizen = '7000000000000000502'
    await running.say(
      citizen,
      '#lam:phan-anh',
      '#co',
      '1',
      'Đèn đường tắt đã một tuần nay',
      'ấp 4, gần chợ',
      'xã Đất Mũi',
    )
    const photos = await Promise.all([5, 9, 13].map((tilt) => photographCard('x', { tilt })))
    await Promise.all(running.phone.sendsPhotos(citizen, photos).map(({ fate }) => fate))
    await heardLast(citizen, /Đã nhận 3 tệp/)
    expect(running.heard(citizen).filter((text) => /Đã nhận \d tệp/.test(text))).toHaveLength(1)
  })

  it('forgets what it was asked to forget: texts, messages and files', async () => {
    const citizen = '7000000000000000502'
    expect(await filesKept()).toHaveLength(3)
    await running.say(citizen, 'menu', '#lam:du-lieu-cua-toi')
    await running.say(citizen, '1', 'Xóa')
    await heardLast(citizen, /Đã xóa/)
    await nothingIsKept()
    const { inbox, outbox, conversations } = running.engine.tables
    const kept = await Promise.all([
      running.engine.read.select().from(inbox),
      running.engine.read.select().from(outbox),
      running.engine.read.select().from(conversations),
    ])
    const own = kept.flat().filter((row) => row.citizen === citizen)
    const bodies = own.map((row) => ('body' in row ? (row.body ?? '').toString() : ''))
    expect(own.length).toBeGreaterThan(10)
    expect(JSON.stringify([own, bodies])).not.toMatch(/Đèn đường|gần chợ/)
  })

  it('recalls an unfinished filing the next morning', async () => {
    const citizen = '7000000000000000503'
    await running.say(citizen, '#lam:cap-giay-di-duong', '#co', '#tu-nhap', 'Trần Thị Bé')
    clock.shift += DAY + 19 * HOUR
    await heardLast(citizen, /làm dở “Cấp giấy đi đường”/)
    await running.say(citizen, 'tiếp tục')
    expect(running.heard(citizen).at(-1)).toContain('Số căn cước')
  })
})

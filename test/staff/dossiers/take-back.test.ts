import { describe, expect, it } from 'vitest'
import type { DossierAction } from '../../../src/dossiers/dossier.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import { NOW } from '../../permits/sample.ts'
import { administrator, clerk, get, openDesk, post, signIn } from '../fakes.ts'

const REASON = 'Cán bộ bấm nhầm hồ sơ, xin được xem xét lại.'
const by = { type: 'staff' as const, id: 's1' as StaffId, name: 'Lê Cán Bộ' }
const asked: DossierAction = { type: 'supplement asked', at: NOW, status: 'supplement', note: 'Bệnh viện nào?', by }
const accepted: DossierAction = { type: 'accepted', at: NOW, status: 'accepted', by }
const DONE_BEFORE = { registered: [], accepted: [accepted], supplement: [asked] }

async function open(status: 'registered' | 'accepted' | 'supplement' = 'accepted') {
  const desk = await openDesk()
  const dossier = desk.books.add({ status }, [...DONE_BEFORE[status]])
  const officer = await signIn(desk.app)
  const send = async (type: string, fields: Record<string, string | number> = {}, who = officer) => {
    const revision = (await desk.books.dossiers.find(dossier.id))!.revision
    const form = { csrf: who.csrf, revision, ...fields }
    return post(desk.app, `/staff/dossiers/${dossier.id}/${type}`, form, { cookie: who.cookie })
  }
  const stands = async () => (await desk.books.dossiers.find(dossier.id))?.status
  const page = async (who = officer) => (await get(desk.app, `/staff/dossiers/${dossier.id}`, who.cookie)).body
  return { ...desk, dossier, send, stands, page, officer }
}

describe('what ends something for the citizen', () => {
  it.each([
    ['approve', 'accepted', {}, ['Nguyễn Thị Ánh Tuyết', '69C1-123.45', 'Hồ sơ đã được duyệt', 'Duyệt và gửi']],
    ['refuse', 'accepted', { words: REASON }, [REASON, 'hồ sơ đã dừng xử lý', 'Chưa, sửa lại']],
    ['decline', 'registered', { words: REASON }, [REASON, 'Không được tiếp nhận']],
  ] as const)('is shown once more before "%s" is done', async (type, status, fields, parts) => {
    const desk = await open(status)
    const answer = await desk.send(type, fields)
    expect(answer.statusCode).toBe(200)
    for (const part of parts) expect(answer.body).toContain(part)
    expect(answer.body).toMatch(/<h1 tabindex="-1" autofocus>/)
    expect(desk.books.decided).toEqual([])
    expect((await desk.send(type, { ...fields, step: 'do' })).statusCode).toBe(303)
    expect(desk.books.decided).toHaveLength(1)
  })

  it('shows no number of a permit that is not granted yet', async () => {
    expect((await (await open()).send('approve')).body).toContain('(số ghi khi cấp)')
  })

  it('gives the words back when the officer wants to change them', async () => {
    const desk = await open()
    const { body, statusCode } = await desk.send('refuse', { words: REASON, step: 'edit' })
    expect(statusCode).toBe(200)
    expect(body).toMatch(new RegExp(`<details open><summary class="danger">Từ chối[^]*${REASON}</textarea>`))
    expect(desk.books.decided).toEqual([])
  })

  it('says at the first press what stands in the way, and that the dossier has changed', async () => {
    const desk = await open()
    expect((await desk.send('refuse', { words: 'mờ' })).statusCode).toBe(422)
    expect((await desk.send('approve', { revision: 9 })).statusCode).toBe(409)
  })
})

describe('an officer who takes a decision back', () => {
  it('puts the dossier where it was, revokes the permit, tells the citizen and leaves the history whole', async () => {
    const desk = await open()
    await desk.send('approve', { step: 'do' })
    expect(await desk.page()).toContain('Thu lại “Duyệt hồ sơ”')
    const preview = await desk.send('take-back', { words: REASON })
    expect(preview.body).toContain('Đã xử lý xong → <b>Được tiếp nhận</b>')
    expect((await desk.send('take-back', { words: REASON, step: 'do' })).statusCode).toBe(303)
    expect(await desk.stands()).toBe('accepted')
    expect(desk.books.permitRows[0]).toMatchObject({ revokedAt: NOW, revokedBecause: REASON })
    const [text] = desk.books.decided.at(-1)!.messages
    expect(text).toMatchObject({
      text: expect.stringMatching(/Duyệt hồ sơ[^]*bấm nhầm[^]*không còn giá trị[^]*Được tiếp nhận/) as string,
    })
    const page = await desk.page()
    expect(page).toMatch(/Thu lại quyết định<\/strong>[^]*Duyệt hồ sơ<\/strong><span class="doubt"> \(đã thu lại\)/)
    expect(page).not.toContain('Thu lại “')
  })

  it('does it once, however often the form comes', async () => {
    const desk = await open()
    await desk.send('refuse', { words: REASON, step: 'do' })
    const revision = (await desk.books.dossiers.find(desk.dossier.id))!.revision
    const form = { words: REASON, step: 'do', revision }
    expect((await desk.send('take-back', form)).statusCode).toBe(303)
    expect((await desk.send('take-back', form)).statusCode).toBe(303)
    expect(desk.books.decided).toHaveLength(2)
  })

  it('asks the citizen again when the question was still open', async () => {
    const desk = await open('supplement')
    await desk.send('decline', { words: REASON, step: 'do' })
    await desk.send('take-back', { words: REASON, step: 'do' })
    expect(await desk.stands()).toBe('supplement')
    expect(desk.books.decided.at(-1)!.event?.event).toMatchObject({ type: 'SUPPLEMENT_ASKED', question: asked.note })
    expect(desk.rings.at(-1)).toBe(`turn ${desk.dossier.citizen}`)
  })

  it('replaces a permit that was revoked by mistake, because its code stays revoked', async () => {
    const desk = await open()
    await desk.send('approve', { step: 'do' })
    await desk.send('revoke', { words: REASON, permit: desk.books.permitRows[0]!.id, step: 'do' })
    await desk.send('take-back', { words: REASON, step: 'do' })
    const [old, anew] = desk.books.permitRows
    expect(old?.revokedAt).toBe(NOW)
    expect(anew).toMatchObject({ number: 'ANEW-0001', replaces: old?.id })
    expect(desk.books.decided.at(-1)!.messages).toMatchObject([
      { type: 'text' },
      { type: 'picture', of: { permit: 'anew' } },
    ])
    expect(await desk.stands()).toBe('done')
  })

  it('cannot after a day, nor what a colleague decided, which an administrator can', async () => {
    const desk = await open()
    await desk.send('approve', { step: 'do' })
    const [colleague, leader] = [await signIn(desk.app, clerk.email), await signIn(desk.app, administrator.email)]
    expect(await desk.page(colleague)).not.toContain('Thu lại “')
    expect((await desk.send('take-back', { words: REASON, step: 'do' }, colleague)).statusCode).toBe(403)
    expect(await desk.page(leader)).toContain('Thu lại “')
    desk.clock.now += DAY
    const again = await signIn(desk.app, administrator.email)
    expect((await desk.send('take-back', { words: REASON, step: 'do' }, again)).body).toContain('trong 24 giờ')
    expect(desk.books.decided).toHaveLength(1)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { nextPath, packWay, readWay, unpackWay } from '../../../src/staff/dossiers/way.ts'
import { NOW } from '../../permits/sample.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

const id = 'd1' as DossierId

describe('the way that somebody came to a dossier', () => {
  it('comes back the same for that dossier, and is nothing to another', () => {
    const way = { dossier: id, from: 'list=late&search=q-1', at: -9_998_097_999_000 }
    expect(unpackWay(packWay(way), id)).toEqual(way)
    expect(unpackWay(packWay(way), 'd2' as DossierId)).toBeUndefined()
    expect(readWay({ from: way.from, at: String(way.at) }, id)).toEqual(way)
    expect(readWay({ from: 'x', at: '1; drop' }, id)).toEqual({ dossier: id, from: 'x' })
    expect([readWay({}, id), nextPath({ dossier: id, from: '' })]).toEqual([undefined, undefined])
  })

  it('stands any cookie', () => {
    fc.assert(fc.property(fc.string(), (cookie) => unpackWay(cookie, id) === undefined))
  })
})

describe('who works through a list', () => {
  async function open() {
    const desk = await openDesk()
    const [first, second, third] = [1, 2, 3].map((n) => desk.books.add({ code: `N${n}`, dueAt: NOW + n * 3_600_000 }))
    const { cookie, csrf } = await signIn(desk.app)
    const from = { from: 'list=office', at: String(first!.queue) }
    const page = await get(desk.app, `/staff/dossiers/${first!.id}?${new URLSearchParams(from).toString()}`, cookie)
    const way = page.cookies.find(({ name }) => name === 'mot_cua_way')
    const both = `${cookie}; mot_cua_way=${way?.value ?? ''}`
    return { ...desk, rows: [first!, second!, third!], page, csrf, both }
  }
  const nextIn = (body: string) => /href="(\/staff\/next[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''

  it('keeps the way back and the next row through a decision, and comes to the next that still waits', async () => {
    const { app, rows, csrf, both, page } = await open()
    expect(page.body).toContain('<a href="/staff" data-key="u">')
    const done = await post(
      app,
      `/staff/dossiers/${rows[0]!.id}/decline`,
      { csrf, revision: 1, words: 'Thiếu giấy tờ.', step: 'do' },
      { cookie: both },
    )
    const after = await get(app, String(done.headers.location), both)
    const answer = await get(app, nextIn(after.body), both)
    expect(answer.headers.location).toMatch(new RegExp(`^/staff/dossiers/${rows[1]!.id}\\?from=list%3Doffice&at=`))
  })

  it('is led back to the list at its end, and wherever the address says nothing', async () => {
    const { app, rows, both } = await open()
    const at = String(rows[2]!.queue)
    const last = `/staff/next?${new URLSearchParams({ from: 'list=late', at, id: rows[2]!.id }).toString()}`
    expect((await get(app, last, both)).headers.location).toBe('/staff?list=late')
    for (const odd of ['', '?at=x', '?from=%00&at=1e9&id=../..', '?id=1'])
      expect([303, 200]).toContain((await get(app, `/staff/next${odd}`, both)).statusCode)
  })
})

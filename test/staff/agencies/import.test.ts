import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const PATH = '/staff/agencies/import'
const HEAD = 'code,since,name,level,parent,validFrom,validTo,successor,why'
const ONE = 'H12.99.001,2030-06-01,UBND phường Mới,commune,H12.99,2025-07-01,,,Quyết định 12'

async function openAs(agency?: string) {
  const desk = await openDesk()
  if (agency !== undefined) {
    const at = desk.accounts.findIndex(({ id }) => id === administrator.id)
    desk.accounts[at] = { ...administrator, postings: posted(['administrator'], agency) }
  }
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  const send = (text: string, step = '') => post(desk.app, PATH, { csrf, text, step }, { cookie })
  return { rows: desk.agencyDesk.rows, send, see: (path: string) => get(desk.app, path, cookie) }
}

describe('importing agencies', () => {
  it('shows row by row what would change, writes nothing until it is meant, and then all of it', async () => {
    const { send, rows, see } = await openAs()
    const text = [HEAD, ONE, ONE.replace('.001', '.002').replace('phường Mới', 'xã Ba')].join('\n')
    const look = await send(text)
    expect(look.body).toMatch(
      /Sẽ thay đổi \(2\)[^]*từ 01\/06\/2030[^]*UBND phường Một → UBND phường Mới[^]*UBND xã Hai → UBND xã Ba/,
    )
    expect([look.statusCode, rows]).toEqual([200, []])
    expect((await send(text, 'do')).headers.location).toBe('/staff/agencies?done=imported')
    expect(rows.map(({ code, why, recordedBy }) => [code, why, recordedBy])).toEqual([
      ['H12.99.001', 'Quyết định 12', 'Phạm Quản Trị'],
      ['H12.99.002', 'Quyết định 12', 'Phạm Quản Trị'],
    ])
    expect((await see('/staff/agencies?done=imported')).body).toContain('Đã nhập danh sách')
    expect((await send(text, 'do')).body).toMatch(
      /không có gì để nhập\. \d+ cơ quan không có trong danh sách này được giữ nguyên/,
    )
    expect(rows).toHaveLength(2)
  })

  it('with a mistake in one row takes in none, and keeps the text', async () => {
    const { send, rows } = await openAs()
    const answer = await send([HEAD, ONE, ONE.replace('.001', '.00x')].join('\n'), 'do')
    expect([answer.statusCode, rows]).toEqual([422, []])
    expect(answer.body).toMatch(/Chưa nhập gì[^]*Dòng 3: code[^]*UBND phường Mới/)
  })

  it('that would close agencies in a circle is refused', async () => {
    const { send, rows } = await openAs()
    const closed = (code: string, successor: string) =>
      `${code},2030-06-01,UBND xã cũ,commune,H12.99,2025-07-01,2030-05-31,${successor},Quyết định 12`
    const answer = await send(
      [HEAD, closed('H12.99.001', 'H12.99.002'), closed('H12.99.002', 'H12.99.001')].join('\n'),
      'do',
    )
    expect([answer.statusCode, answer.body.includes('vòng tròn'), rows]).toEqual([422, true, []])
  })

  it.each(['csv', 'yaml'])('of what was exported as %s changes nothing', async (format) => {
    const { send, rows, see } = await openAs()
    const exported = await see(`/staff/agencies/export.${format}`)
    expect(exported.headers['content-disposition']).toContain(`co-quan.${format}`)
    expect((await send(exported.body, 'do')).body).toContain('giống hệt')
    expect(rows).toEqual([])
  })

  it('is the province’s', async () => {
    const { send, see } = await openAs('H12.99.001')
    expect((await see('/staff/agencies/export.csv')).statusCode).toBe(403)
    expect((await send(`${HEAD}\n${ONE}`, 'do')).statusCode).toBe(403)
  })
})

import { expect, it } from 'vitest'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { samplePermit } from '../../permits/sample.ts'
import { aFile, get, openDesk, signIn } from '../fakes.ts'

async function openFiles() {
  const desk = await openDesk()
  const { cookie } = await signIn(desk.app)
  return { ...desk, fetch: (path: string) => get(desk.app, path, cookie) }
}

it('hands over a file as its bytes say, in a sandbox, and lets nobody keep it', async () => {
  const { attachments, contents, fetch } = await openFiles()
  attachments.push(aFile({ name: 'ảnh.html' }))
  contents['aa'] = Buffer.from([0xff, 0xd8, 0xff])
  const answer = await fetch('/staff/files/a1')
  expect(answer.rawPayload).toEqual(contents['aa'])
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': `inline; filename="anh.jpg"; filename*=UTF-8''%E1%BA%A3nh.jpg`,
  })
})

it('saves a document instead of opening it', async () => {
  const { attachments, contents, fetch } = await openFiles()
  attachments.push(aFile({ mime: 'application/pdf' }))
  contents['aa'] = Buffer.from('%PDF-1.7')
  expect((await fetch('/staff/files/a1')).headers['content-disposition']).toMatch(/^attachment;/)
})

it('answers 404 for a file that is unknown, not stored or lost', async () => {
  const { attachments, fetch } = await openFiles()
  const { sha256: _, mime: __, ...waiting } = aFile({ id: 'a2' as AttachmentId, state: 'waiting' })
  attachments.push(waiting, aFile({ id: 'a3' as AttachmentId, sha256: 'lost' }))
  for (const id of ['a1', 'a2', 'a3', '..%2f..%2fetc%2fpasswd'])
    expect((await fetch(`/staff/files/${id}`)).statusCode).toBe(404)
})

it('shows the picture of a permit', async () => {
  const { books, fetch } = await openFiles()
  const permit = await samplePermit()
  books.permitRows.push(permit)
  const answer = await fetch(`/staff/permits/${permit.id}.png`)
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'image/png', 'png'])
  expect((await fetch('/staff/permits/ffffffffffffffff.png')).statusCode).toBe(404)
})

import { expect, it } from 'vitest'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { samplePermit } from '../../permits/sample.ts'
import { aFile, get, openDesk, signIn } from '../fakes.ts'

async function openFiles() {
  const desk = await openDesk()
  const { cookie } = await signIn(desk.app)
  const { id: dossier } = desk.books.add()
  return { ...desk, dossier, fetch: (path: string) => get(desk.app, path, cookie) }
}

it('hands over a file as its bytes say, in a sandbox, and lets nobody keep it', async () => {
  const { attachments, contents, dossier, fetch } = await openFiles()
  attachments.push(aFile({ dossier, name: 'ảnh.html' }))
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
  const { attachments, contents, dossier, fetch } = await openFiles()
  attachments.push(aFile({ dossier, mime: 'application/pdf' }))
  contents['aa'] = Buffer.from('%PDF-1.7')
  expect((await fetch('/staff/files/a1')).headers['content-disposition']).toMatch(/^attachment;/)
})

it('answers 404 for a file that is unknown, of no dossier, not stored or lost', async () => {
  const { attachments, dossier, fetch } = await openFiles()
  const { sha256: _, mime: __, ...waiting } = aFile({ dossier, id: 'a2' as AttachmentId, state: 'waiting' })
  attachments.push(
    waiting,
    aFile({ id: 'a4' as AttachmentId }),
    aFile({ dossier, id: 'a3' as AttachmentId, sha256: 'lost' }),
  )
  for (const id of ['a1', 'a2', 'a3', 'a4', '..%2f..%2fetc%2fpasswd'])
    expect((await fetch(`/staff/files/${id}`)).statusCode).toBe(404)
})

it('shows the picture of a permit', async () => {
  const { books, dossier, fetch } = await openFiles()
  const permit = await samplePermit({ dossier })
  books.permitRows.push(permit)
  const answer = await fetch(`/staff/permits/${permit.id}.png`)
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'image/png', 'png'])
  expect((await fetch('/staff/permits/ffffffffffffffff.png')).statusCode).toBe(404)
})

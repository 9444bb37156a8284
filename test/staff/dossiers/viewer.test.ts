import { expect, it } from 'vitest'
import type { AttachmentId } from '../../../src/kernel/ids.ts'
import { parseView, renderView } from '../../../src/staff/dossiers/view-query.ts'
import { aFile, get, openDesk, signIn } from '../fakes.ts'

const photos = ['p1', 'p2', 'p3'].map((id) => id as AttachmentId)

async function openViewer() {
  const desk = await openDesk()
  const answer = (key: string, attachments: AttachmentId[]) => ({
    key,
    label: 'Giấy',
    value: '',
    shown: '',
    attachments,
  })
  const { id } = desk.books.add({ answers: [answer('papers', [...photos, 'pdf' as AttachmentId])] })
  desk.attachments.push(...photos.map((photo) => aFile({ id: photo })))
  desk.attachments.push(
    aFile({ id: 'pdf' as AttachmentId, mime: 'application/pdf' }),
    aFile({ id: 'other' as AttachmentId }),
  )
  const { cookie } = await signIn(desk.app)
  return { see: (file: string) => get(desk.app, `/staff/dossiers/${id}/files/${file}`, cookie), id }
}

it('shows one picture with its neighbours, and each change as a link that needs no script', async () => {
  const { see, id } = await openViewer()
  const folder = `/staff/dossiers/${id}/files`
  const { body } = await see('p2?turn=270&zoom=2')
  expect(body).toContain('Ảnh 2 trên 3')
  expect(body).toContain('class="stage turn-270 zoom-2"')
  for (const href of [
    `${folder}/p1`,
    `${folder}/p3`,
    `${folder}/p2?turn=180&amp;zoom=2`,
    `${folder}/p2?zoom=2`,
    `${folder}/p2?turn=270&amp;zoom=3`,
    `${folder}/p2?turn=270`,
  ])
    expect(body).toContain(`href="${href}"`)
})

it('shows two beside each other', async () => {
  const { see } = await openViewer()
  const { body } = await see('p1?beside=p3')
  expect(body.split('class="stage ')).toHaveLength(3)
  expect(body).toContain('Xem một ảnh')
})

it('shows nothing that is no picture of this dossier', async () => {
  const { see } = await openViewer()
  for (const file of ['other', 'pdf', 'nothing', '..%2fp1']) expect((await see(file)).statusCode).toBe(404)
  expect((await see('p1?beside=other')).body.split('class="stage ')).toHaveLength(2)
})

it('allows its own script and nothing else', async () => {
  const { see } = await openViewer()
  expect((await see('p1')).headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
})

it.each([
  ['?turn=45&zoom=9&beside=<b>', ''],
  ['?turn=90&zoom=1', '?turn=90'],
  ['?zoom=4&beside=a1', '?zoom=4&beside=a1'],
])('reads %s as %s', (query, rendered) => {
  expect(renderView(parseView(Object.fromEntries(new URLSearchParams(query))))).toBe(rendered)
})

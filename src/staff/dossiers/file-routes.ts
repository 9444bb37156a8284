import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Attachments, FileStore } from '../../attachments/ports.ts'
import type { PictureSource } from '../../conversation/words/messages.ts'
import type { DossierViews, Viewed } from '../../dossiers/views.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { AttachmentId, DossierId, PermitId } from '../../kernel/ids.ts'
import type { Permits } from '../../permits/ports.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { renderDisposition } from './file-name.ts'

export interface FileRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  permits: Pick<Permits, 'find'>
  views: Pick<DossierViews, 'note'>
  now: Clock
  attachments: Attachments
  files: FileStore
  pictures: (of: PictureSource) => Promise<{ png: Buffer } | undefined>
  /** The sheet to print, a PDF. */
  prints: (permit: PermitId) => Promise<Buffer | undefined>
}

/** Whatever a file contains, it can run nothing here. */
const SANDBOX = { 'content-security-policy': "default-src 'none'; sandbox" }

/** Citizens' files and permits, for signed-in staff only. */
export const fileRoutes =
  ({ staffOf, attachments, files, pictures, prints, permits, views, now }: FileRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    /** Before it is sent: what could not be noted is not shown. */
    const note = async (request: FastifyRequest, dossier: DossierId | undefined, what: Viewed) => {
      const staff = staffOf(request)
      if (staff && dossier !== undefined) await views.note(dossier, staff.account.id, what, now())
    }

    app.get<{ Params: { id: AttachmentId } }>('/staff/files/:id', async (request, reply) => {
      const file = await attachments.find(request.params.id)
      const content = file?.sha256 ? await files.get(file.sha256) : undefined
      if (!file?.mime || !content) return reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.')
      await note(request, file.dossier, 'file')
      return reply
        .headers({ ...SANDBOX, 'content-disposition': renderDisposition(file) })
        .type(file.mime)
        .send(content)
    })

    app.get<{ Params: { id: string } }>('/staff/permits/:id.png', async (request, reply) => {
      const picture = await pictures({ permit: request.params.id })
      if (!picture) return reply.code(404).type('text/plain; charset=utf-8').send('Không có giấy này.')
      return reply.headers(SANDBOX).type('image/png').send(picture.png)
    })

    app.get<{ Params: { id: PermitId } }>('/staff/permits/:id.pdf', async (request, reply) => {
      const pdf = await prints(request.params.id)
      if (!pdf) return reply.code(404).type('text/plain; charset=utf-8').send('Không có giấy này.')
      await note(request, (await permits.find(request.params.id))?.dossier, 'print')
      return reply.type('application/pdf').send(pdf)
    })
  }

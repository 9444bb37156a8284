import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Attachments, FileStore } from '../../attachments/ports.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { DossierViews, Viewed } from '../../dossiers/views.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { AttachmentId, DossierId, PermitId } from '../../kernel/ids.ts'
import type { Permits } from '../../permits/ports.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { createSee } from './see.ts'
import { renderDisposition } from './file-name.ts'

export interface FileRoutesPorts {
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  permits: Pick<Permits, 'find'>
  views: Pick<DossierViews, 'note'>
  now: Clock
  attachments: Attachments
  files: FileStore
  pictures: (of: { permit: string }) => Promise<{ png: Buffer } | undefined>
  /** The sheet to print, a PDF. */
  prints: (permit: PermitId) => Promise<Buffer | undefined>
}

/** Whatever a file contains, it can run nothing here. */
const SANDBOX = { 'content-security-policy': "default-src 'none'; sandbox" }

/** Citizens' files and permits, for signed-in staff only. */
export const fileRoutes =
  ({
    staffOf,
    dossiers,
    attachments,
    files,
    pictures,
    prints,
    permits,
    views,
    now,
  }: FileRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const see = createSee(dossiers)

    /**
     * Whether who asks may look at the dossier it belongs to. What is looked at is noted before it is sent: what could not be
     * noted is not shown.
     */
    const mayOpen = async (
      request: FastifyRequest,
      dossier: DossierId | undefined,
      what?: Viewed,
    ): Promise<boolean> => {
      const staff = staffOf(request)
      if (!staff || dossier === undefined || !(await see(staff.account, dossier))) return false
      if (what) await views.note(dossier, staff.account.id, what, now())
      return true
    }

    app.get<{ Params: { id: AttachmentId } }>('/staff/files/:id', async (request, reply) => {
      const file = await attachments.find(request.params.id)
      const content = file?.sha256 ? await files.get(file.sha256) : undefined
      if (!file?.mime || !content || !(await mayOpen(request, file.dossier, 'file')))
        return reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.')
      return reply
        .headers({ ...SANDBOX, 'content-disposition': renderDisposition(file) })
        .type(file.mime)
        .send(content)
    })

    app.get<{ Params: { id: PermitId } }>('/staff/permits/:id.png', async (request, reply) => {
      const permit = await permits.find(request.params.id)
      const isOpen = await mayOpen(request, permit?.dossier)
      const picture = isOpen ? await pictures({ permit: request.params.id }) : undefined
      if (!picture) return reply.code(404).type('text/plain; charset=utf-8').send('Không có giấy này.')
      return reply.headers(SANDBOX).type('image/png').send(picture.png)
    })

    app.get<{ Params: { id: PermitId } }>('/staff/permits/:id.pdf', async (request, reply) => {
      const permit = await permits.find(request.params.id)
      const pdf = (await mayOpen(request, permit?.dossier, 'print')) ? await prints(request.params.id) : undefined
      if (!pdf) return reply.code(404).type('text/plain; charset=utf-8').send('Không có giấy này.')
      return reply.type('application/pdf').send(pdf)
    })
  }

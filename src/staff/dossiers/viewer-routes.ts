import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Attachments } from '../../attachments/ports.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { AttachmentId, DossierId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { type DossierFiles, filesOf } from './dossier-files.ts'
import { isPicture } from './file-name.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { ViewerPage } from './pages/viewer-page.tsx'
import { createSee } from './see.ts'
import { parseView } from './view-query.ts'

interface ViewerRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  attachments: Pick<Attachments, 'findMany'>
}

type OneFile = { Params: { id: DossierId; file: AttachmentId } }

/** The pictures of one dossier, one at a time or two beside each other. */
export const viewerRoutes =
  ({ staffOf, dossiers, attachments }: ViewerRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const see = createSee(dossiers)
    app.get<OneFile>('/staff/dossiers/:id/files/:file', async (request, reply) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', OWN_SCRIPTS)
      const staff = staffOf(request)
      const { id, file } = request.params
      const standing = staff && (await see(staff.account, id))
      const dossier = standing?.dossier
      const files = standing && (await filesOf(attachments, standing.dossier, standing.history))
      const pictures = files ? picturesOf(files) : []
      if (!staff || !dossier || !pictures.includes(file)) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      const { beside, ...view } = parseView(request.query)
      const other = beside && beside !== file && pictures.includes(beside) ? { beside } : {}
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      return toPage(ViewerPage({ signedIn, dossier, pictures, shown: file, view: { ...view, ...other } }))
    })
  }

const picturesOf = ({ all, byId }: DossierFiles) =>
  all.filter((id) => {
    const file = byId.get(id)
    return file?.state === 'stored' && isPicture(file)
  })

const UNKNOWN = { title: 'Không tìm thấy', text: 'Hồ sơ này không có ảnh đó, hoặc ảnh chưa tải về xong.' }

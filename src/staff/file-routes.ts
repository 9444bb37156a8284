import type { FastifyPluginAsync } from 'fastify'
import type { Attachments, FileStore } from '../attachments/ports.ts'
import type { PictureSource } from '../conversation/messages.ts'
import type { AttachmentId } from '../kernel/ids.ts'

export interface FileRoutesPorts {
  attachments: Attachments
  files: FileStore
  pictures: (of: PictureSource) => Promise<{ png: Buffer } | undefined>
}

/** What a browser shows as it is; everything else is handed over as a download. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/** Citizens' files, for signed-in staff only. Whatever a file contains, it can run nothing here. */
export const fileRoutes =
  ({ attachments, files, pictures }: FileRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { id: AttachmentId } }>('/staff/files/:id', async (request, reply) => {
      const file = await attachments.find(request.params.id)
      const content = file?.sha256 ? await files.get(file.sha256) : undefined
      if (!file?.mime || !content) return reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.')
      const disposition = SHOWN.has(file.mime) ? 'inline' : 'attachment'
      const extension = file.mime.split('/')[1] ?? 'bin'
      return reply
        .headers({
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'content-disposition': `${disposition}; filename="${file.id}.${extension}"`,
          'cache-control': 'private, max-age=3600',
        })
        .type(file.mime)
        .send(content)
    })

    app.get<{ Params: { id: string } }>('/staff/permits/:id.png', async (request, reply) => {
      const picture = await pictures({ permit: request.params.id })
      if (!picture) return reply.code(404).type('text/plain; charset=utf-8').send('Không có giấy này.')
      return reply.type('image/png').send(picture.png)
    })
  }

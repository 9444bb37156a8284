import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_FILE } from '../../attachments/accept.ts'

export interface UploadedFile {
  /** As the officer's computer called it. */
  name: string
  content: Buffer
  /** It was cut off. */
  isTooLarge: boolean
}

/** Kept of one form; what comes after these is read and dropped. */
const MOST_KEPT = 4

/**
 * Forms that carry files, for the routes of this plugin: their fields become the body as any form's do, so that guards and
 * kept forms know no difference, and their files are asked for by the request.
 */
export async function acceptFiles(app: FastifyInstance): Promise<(request: FastifyRequest) => readonly UploadedFile[]> {
  const files = new WeakMap<FastifyRequest, UploadedFile[]>()
  await app.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 20, fields: 20, fieldSize: 64 * 1024, fieldNameSize: 100 },
    throwFileSizeLimit: false,
  })
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return
    const fields: Record<string, string> = {}
    const kept: UploadedFile[] = []
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        // A browser sends every line end as two characters; the other kind of form is read the same way.
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      const chunks: Buffer[] = []
      for await (const chunk of part.file) if (kept.length < MOST_KEPT) chunks.push(chunk as Buffer)
      // A field in which no file was chosen comes as one without a name.
      if (part.filename && kept.length < MOST_KEPT)
        kept.push({ name: part.filename, content: Buffer.concat(chunks), isTooLarge: part.file.truncated })
    }
    request.body = fields
    files.set(request, kept)
  })
  return (request) => files.get(request) ?? []
}

import type { FastifyInstance } from 'fastify'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { isProvincial } from '../people/may-administer.ts'
import { staffOn } from '../people/person-view.ts'
import { type Imported, ImportPage } from './pages/import-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import { FORMATS, TABLE_TYPES, type TableFormat } from './table-text.ts'

interface OfferedTable {
  of: Imported
  /** Of the file that is taken home. */
  file: string
  /** What is said to whoever administers one agency alone. */
  onlyProvince: string
  write: (format: TableFormat) => string
  /** A reason is asked for the whole, and not row by row. */
  isReasoned?: boolean
}

/** Says something on a page that leads back to the list. */
export const saidOf = (of: Imported, title: string, text: string): string =>
  toPage(MessagePage({ title, text, back: { href: of.at, label: of.back } }))

/** A list as a text to take home, and the empty form that takes it in; for who administers the province. */
export function offerTable(app: FastifyInstance, { staffOf }: Pick<AgencyRoutesPorts, 'staffOf'>, table: OfferedTable) {
  const { of, file, onlyProvince, write, isReasoned } = table
  app.addHook('preHandler', async (request, reply) => {
    if (isProvincial(staffOf(request).account)) return
    return reply.code(403).send(saidOf(of, 'Chưa thực hiện', onlyProvince))
  })

  for (const format of FORMATS)
    app.get(`${of.at}/export.${format}`, async (_request, reply) =>
      reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="${file}.${format}"`)
        .send(write(format)),
    )

  app.get(`${of.at}/import`, async (request) =>
    toPage(
      ImportPage({
        staff: staffOn(staffOf(request)),
        of,
        text: '',
        ...(isReasoned === true && { why: { typed: '' } }),
      }),
    ),
  )
}

import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { beginningOf, tidy } from '../../kernel/text.ts'
import { flowNameOf, newFlowCases, newFlowText } from '../../procedures/new-flow.ts'
import { toPage } from '../frame/layout.tsx'
import { GUIDE_PATH, GuidePage } from './pages/guide-page.tsx'
import { ProceduresPage } from './pages/list-page.tsx'
import { readGuide } from './read-guide.ts'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'

const newProcedure = z.object({
  name: z
    .string()
    .max(500)
    .catch('')
    .transform((name) => beginningOf(tidy(name), 120)),
})

const NO_NAME = 'Tên cần có chữ cái. Ví dụ: Đăng ký nuôi con nuôi.'
const KNOWN = 'Đã có một thủ tục với tên này. Xin mở thủ tục đó ở danh sách trên, hoặc đặt tên khác.'

export const listRoutes =
  ({ staffOf, publishing }: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    type Shown = Partial<Parameters<typeof ProceduresPage>[0]>
    const show = async (staff: ReturnType<typeof staffOf>, shown: Shown = {}): Promise<string> =>
      toPage(
        ProceduresPage({
          signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
          mayEdit: mayEdit(staff?.account),
          procedures: await publishing.overview(),
          ...shown,
        }),
      )

    // The same text as in the folder, for who never sees the folder.
    const blocks = readGuide(await readFile(new URL('../../../flows/README.md', import.meta.url), 'utf8'))
    app.get(GUIDE_PATH, async (request) => {
      const staff = staffOf(request)
      const signedIn = { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
      return toPage(GuidePage({ signedIn, blocks }))
    })

    app.get('/staff/procedures', async (request) => show(staffOf(request)))

    app.post('/staff/procedures', async (request, reply) => {
      const { name } = newProcedure.parse(request.body ?? {})
      const staff = staffOf(request)
      const flow = flowNameOf(name)
      if (flow === undefined) return reply.code(422).send(await show(staff, { trouble: { name, because: NO_NAME } }))
      const known = (await publishing.history(flow)).length > 0
      const draft = {
        flow,
        source: newFlowText(flow, name),
        cases: newFlowCases(flow),
        revision: 0,
        savedBy: staff?.account.name ?? '',
      }
      const saved = known ? 'stale' : await publishing.saveDraft(draft)
      if (saved === 'stale') return reply.code(422).send(await show(staff, { trouble: { name, because: KNOWN } }))
      return reply.redirect(`/staff/procedures/${flow}?done=saved`, 303)
    })
  }

import { z } from 'zod'
import { tidy } from '../../kernel/text.ts'
import { PLACEHOLDERS, unknownIn } from '../../dossiers/canned.ts'

/** As it was typed. */
export interface CannedFields {
  id: string
  flow: string
  title: string
  text: string
  revision: number
}

export type Wrong = Partial<Record<'flow' | 'title' | 'text', string>>

const LONGEST = { title: 80, text: 1_200 } as const

const form = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  flow: z.string().max(80).catch(''),
  title: z.string().catch(''),
  text: z.string().catch(''),
  revision: z.coerce.number().int().min(0).catch(0),
})

/** Nothing when the form is none of ours. */
export function parseCanned(body: unknown): CannedFields | undefined {
  const { data } = form.safeParse(body ?? {})
  return data && { ...data, title: tidy(data.title), text: tidy(data.text.replaceAll('\r\n', '\n')) }
}

/** What is wrong with each field, with what to do about it. */
export function examineCanned({ flow, title, text }: CannedFields, flows: readonly string[]): Wrong {
  const unknown = unknownIn(text)
  const names = Object.keys(PLACEHOLDERS)
    .map((name) => `{${name}}`)
    .join(', ')
  return {
    ...(flow !== '' && !flows.includes(flow) && { flow: 'Xin chọn một thủ tục trong danh sách.' }),
    ...((title.length < 2 || title.length > LONGEST.title) && {
      title: `Xin đặt tên từ 2 đến ${LONGEST.title} chữ để dễ chọn. Ví dụ: Hẹn giờ đến nhận.`,
    }),
    ...((text.length < 5 || text.length > LONGEST.text) && {
      text: `Xin viết từ 5 đến ${LONGEST.text} chữ. Ví dụ: Chào {ten}, hồ sơ {ma} đang được {co_quan} giải quyết.`,
    }),
    ...(unknown !== undefined && { text: `Không có gì để điền vào “{${unknown}}”. Dùng được: ${names}.` }),
  }
}

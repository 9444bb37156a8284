import { z } from 'zod'
import { type Answer, refusal } from './answers.ts'

/** A message from an approved template to a phone number (zalo-oa §7). */
export interface TemplateMessage {
  phone: string
  templateId: string
  values: Record<string, unknown>
  trackingId: string
}

const phone = z.object({ phone: z.string().regex(/^\+?84\d{9}$/) })

const template = z.object({
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.unknown()),
  tracking_id: z.string().regex(/^[\w-]{1,48}$/),
})

export function parseTemplate(body: unknown): { taken: TemplateMessage } | { refused: Answer } {
  const to = phone.safeParse(body)
  if (!to.success) return { refused: refusal(-108) }
  const rest = template.safeParse(body)
  if (!rest.success) return { refused: refusal(-132, `${rest.error.issues[0]?.path.join('.')} is invalid`) }
  const { template_id: templateId, template_data: values, tracking_id: trackingId } = rest.data
  return { taken: { phone: to.data.phone.replace('+', ''), templateId, values, trackingId } }
}

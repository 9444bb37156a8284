import { z } from 'zod'

// The bodies of zalo-oa §3.1 with their limits. Fields nobody documents are let through, as Zalo does.

const title = z.string().trim().min(1).max(100)
const phoneCode = z.string().min(1).max(20)
const webAddress = z.url({ protocol: /^https?$/ })

const button = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['oa.query.show', 'oa.query.hide']), title, payload: z.string().min(1).max(1_000) }),
  z.object({ type: z.literal('oa.open.url'), title, payload: z.object({ url: webAddress }) }),
  z.object({ type: z.literal('oa.open.phone'), title, payload: z.object({ phone_code: phoneCode }) }),
  z.object({
    type: z.literal('oa.open.sms'),
    title,
    payload: z.object({ content: z.string().max(160), phone_code: phoneCode }),
  }),
])

const text = z.string().max(2_000)
const spoken = text.refine((said) => said.trim() !== '')

export const textMessage = z.object({ text: spoken })

export const buttonsMessage = z.object({
  text: spoken,
  attachment: z.object({ type: z.literal('template'), payload: z.object({ buttons: z.array(button).min(1).max(5) }) }),
})

export const mediaMessage = z.object({
  text: text.optional(),
  attachment: z.object({
    payload: z.object({
      buttons: z.never().optional(),
      elements: z
        .array(
          z.object({
            media_type: z.enum(['image', 'gif', 'sticker']),
            attachment_id: z.string().min(1).optional(),
            url: webAddress.optional(),
            width: z.coerce.number().positive().optional(),
            height: z.coerce.number().positive().optional(),
          }),
        )
        .length(1),
    }),
  }),
})

export const requestMessage = z.object({
  attachment: z.object({
    payload: z.object({
      elements: z.array(z.object({ title, subtitle: z.string().max(500), image_url: webAddress })).length(1),
    }),
  }),
})

export const fileMessage = z.object({
  text: z.never().optional(),
  attachment: z.object({ payload: z.object({ token: z.string().min(1) }) }),
})

export const envelope = z.object({
  recipient: z.object({ user_id: z.string().regex(/^\d{1,20}$/) }),
  message: z.looseObject({
    quote_message_id: z.string().min(1).optional(),
    attachment: z.looseObject({ type: z.string(), payload: z.looseObject({}) }).optional(),
  }),
})

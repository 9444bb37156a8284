import { z } from 'zod'
import type { FakeZalo } from './fake-zalo.ts'
import { faultsSchema } from './faults.ts'
import type { Posted } from './phone.ts'

const citizen = z.string().regex(/^\d{1,20}$/)
const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'))
const contact = z.object({ citizen, name: z.string().max(200), phone: z.string().max(20) })

type Done = { messageIds: string[]; fates: Promise<string>[] } & Record<string, unknown>

const posted = (...all: readonly (Posted | undefined)[]): Done => ({
  messageIds: all.flatMap((one) => (one ? [one.messageId] : [])),
  fates: all.flatMap((one) => (one ? [one.fate] : [])),
})

const nothing = (more: Record<string, unknown> = {}): Done => ({ messageIds: [], fates: [], ...more })

type Deed = (zalo: FakeZalo, body: unknown) => Done | Promise<Done> | { problem: string }

export type Deeds = Readonly<Record<string, Deed>>

const deed =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (zalo: FakeZalo, input: z.output<Schema>) => Done | Promise<Done>,
  ): Deed =>
  (zalo, body) => {
    const parsed = schema.safeParse(body)
    if (parsed.success) return run(zalo, parsed.data)
    const issue = parsed.error.issues[0]
    return { problem: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}` }
  }

const one = z.object({ citizen })

/** What the chat page and a test in another process can have the fake do, by name. */
export const deeds: Deeds = {
  say: deed(one.extend({ text: z.string().min(1) }), (zalo, { citizen, text }) => posted(zalo.says(citizen, text))),
  tap: deed(one.extend({ button: z.string() }), (zalo, { citizen, button }) => posted(zalo.taps(citizen, button))),
  photo: deed(
    one.extend({ photos: z.array(base64).min(1).max(20), caption: z.string().optional() }),
    (zalo, { citizen, photos, caption }) => posted(...zalo.sendsPhotos(citizen, photos, caption)),
  ),
  file: deed(one.extend({ name: z.string().min(1).max(255), content: base64 }), (zalo, { citizen, name, content }) =>
    posted(zalo.sendsFile(citizen, name, content)),
  ),
  location: deed(
    one.extend({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    (zalo, { citizen, ...place }) => posted(zalo.sendsLocation(citizen, place)),
  ),
  sticker: deed(one, (zalo, { citizen }) => posted(zalo.sendsSticker(citizen))),
  contact: deed(contact, (zalo, { citizen, ...who }) => posted(zalo.sendsContact(citizen, who))),
  share: deed(contact, (zalo, { citizen, ...who }) => posted(zalo.sharesContact(citizen, who))),
  follow: deed(one, (zalo, { citizen }) => posted(zalo.follows(citizen))),
  unfollow: deed(one, (zalo, { citizen }) => posted(zalo.unfollows(citizen))),
  open: deed(one, (zalo, { citizen }) => posted(zalo.opensChat(citizen))),
  block: deed(one.extend({ blocks: z.boolean() }), (zalo, { citizen, blocks }) => {
    zalo.blocks(citizen, blocks)
    return nothing()
  }),
  see: deed(one, (zalo, { citizen }) => {
    zalo.sees(citizen)
    return nothing()
  }),
  forge: deed(one.extend({ text: z.string() }), async (zalo, { citizen, text }) =>
    nothing({ status: await zalo.forges(citizen, text) }),
  ),
  faults: deed(faultsSchema, (zalo, faults) => nothing({ faults: zalo.faults.set(faults) })),
  subscribe: deed(z.unknown(), (zalo) => {
    zalo.subscribe()
    return nothing()
  }),
}

/** What only a test may do. */
export const testDeeds: Deeds = {
  ...deeds,
  introduce: deed(one.extend({ at: z.number().int() }), (zalo, { citizen, at }) => {
    zalo.introduce(citizen, at)
    return nothing()
  }),
  move: deed(z.object({ webhookUrl: z.url() }), (zalo, to) => {
    zalo.moveTo(to)
    return nothing()
  }),
  grant: deed(z.unknown(), (zalo) => nothing({ ...zalo.oauth.grant() })),
}

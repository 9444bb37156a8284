import { z } from 'zod'

/** The fields of a form as they were sent, by name. */
type FormFields = Readonly<Record<string, string | readonly string[]>>

/** What somebody had filled in when their session was over: where it was to go, and all of it but its old token. */
export interface KeptForm {
  action: string
  fields: FormFields
}

/** Room for the longest text a procedure may have, twice over in a form; more is not carried through signing in. */
export const MOST_KEPT = 1024 * 1024
/** The same in the form of signing in, where it stands in base64 in one field. */
export const LARGEST_SIGN_IN = 2 * 1024 * 1024

/** A page of staff, as a form names it. Nothing outside, no way up, no query. */
const isOwnAction = (action: string): boolean =>
  /^\/staff(\/[\w-][\w.-]{0,79}){1,4}$/.test(action) && !/^\/staff\/log(in|out)$/.test(action)

const form = z.object({
  action: z.string().max(400).refine(isOwnAction),
  fields: z.record(z.string().max(100), z.union([z.string(), z.array(z.string()).max(500)])),
})

/** Fields whose content no page shows again. */
const SECRET = ['csrf', 'password', 'newPassword', 'again']

/** Of a body as it was parsed; nothing when there is nothing to lose. */
export function keepForm(action: string, body: unknown): KeptForm | undefined {
  const fields = Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !SECRET.includes(name)))
  const kept = form.safeParse({ action, fields })
  return kept.success && Object.keys(kept.data.fields).length > 0 ? kept.data : undefined
}

/** For one hidden field, so that nothing of it can be mistaken for a field of the page it stands in. */
export const packForm = (kept: KeptForm): string => Buffer.from(JSON.stringify(kept)).toString('base64url')

/** What a page of ours packed, or nothing. It is only ever shown again, never carried out, so it needs no seal. */
export function unpackForm(packed: unknown): KeptForm | undefined {
  if (typeof packed !== 'string' || packed === '' || packed.length > 2 * MOST_KEPT) return undefined
  try {
    return form.safeParse(JSON.parse(Buffer.from(packed, 'base64url').toString())).data
  } catch {
    // Not ours.
    return undefined
  }
}

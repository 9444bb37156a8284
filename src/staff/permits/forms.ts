import { z } from 'zod'
import { isDay, type VietnamDay } from '../../kernel/clock.ts'
import type { DossierId, PostId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import type { Post } from '../../permits/posts/posts.ts'
import { LONGEST_REASON, SHORTEST_REASON } from '../../dossiers/apply.ts'
import type { WaitingFilter } from '../../casework/permit-search.ts'

const place = z
  .string()
  .regex(/^\d{1,15}_[\w-]{1,64}$/)
  .optional()
  .catch(undefined)

/** Where the page before ended: `<filedAt>_<id>`. */
export function parseAfter(query: unknown): Pick<WaitingFilter, 'before'> {
  const after = place.parse((query as { after?: unknown } | undefined)?.after)
  if (after === undefined) return {}
  const cut = after.indexOf('_')
  return { before: { filedAt: Number(after.slice(0, cut)), id: after.slice(cut + 1) as DossierId } }
}

/** Whether what was ticked has been shown once more. */
export const isConfirmed = (body: unknown): boolean => (body as { step?: unknown } | undefined)?.step === 'do'

/** `?page=2`, from 1 to `most`; the first when the address names none. */
export function parsePageNumber(query: unknown, most: number): number {
  const { page } = (query ?? {}) as { page?: unknown }
  const number = typeof page === 'string' && /^[1-9]\d?$/.test(page) ? Number(page) : 1
  return Math.min(number, most)
}

/** The day that a page shows; `otherwise` when the address names none that exists. */
export function parseDay(query: unknown, otherwise: VietnamDay): VietnamDay {
  const { day } = (query ?? {}) as { day?: unknown }
  return typeof day === 'string' && isDay(day) ? day : otherwise
}

/** The phone to be signed out; undefined for all of its post. */
export const parsePhone = (body: unknown): string | undefined =>
  z.object({ phone: z.string().regex(/^[\w-]{12}$/) }).safeParse(body).data?.phone

const reasonForm = z.object({ reason: z.string().max(4_000) })

/** Why an order is applied again, as its holders will read it. */
export function parseReason(body: unknown): { reason: string; trouble?: string } {
  const reason = tidy(reasonForm.safeParse(body).data?.reason ?? '')
  if (reason.length < SHORTEST_REASON) return { reason, trouble: NO_REASON }
  return reason.length > LONGEST_REASON
    ? { reason, trouble: `Lý do dài quá ${LONGEST_REASON} chữ, xin viết gọn lại.` }
    : { reason }
}

const NO_REASON =
  'Xin ghi lý do để người dân hiểu. Ví dụ: “Ghi nhầm lệnh; lệnh này còn áp dụng đến khi có thông báo mới”.'

export interface PostForm {
  id: string
  name: string
  latitude: string
  longitude: string
}

const words = z
  .string()
  .max(500)
  .catch('')
  .transform((typed) => tidy(typed))
const postForm = z.object({ id: words, name: words, latitude: words, longitude: words })

export const parsePostForm = (body: unknown): PostForm => postForm.parse(body ?? {})

/** What to change, field by field. */
export type PostTroubles = Partial<Record<keyof PostForm, string>>

type ReadPost = { ok: true; post: Pick<Post, 'id' | 'name' | 'place'> } | { ok: false; troubles: PostTroubles }

/** What was typed, as a post, or everything that has to be changed at once. */
export function readPost({ id: typed, name, latitude, longitude }: PostForm): ReadPost {
  const id = typed.toLowerCase()
  const isPlaced = latitude !== '' || longitude !== ''
  const place = { latitude: readDegrees(latitude), longitude: readDegrees(longitude) }
  const troubles: PostTroubles = {
    ...(!(name.length >= 3 && name.length <= 80) && {
      name: 'Tên chốt dài từ 3 đến 80 chữ. Ví dụ: Chốt cầu Hộ Phòng.',
    }),
    ...(!/^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/.test(id) && {
      id: 'Mã chốt gồm 3 đến 40 chữ không dấu, số và gạch nối. Ví dụ: cau-ho-phong.',
    }),
    ...(isPlaced &&
      !(Math.abs(place.latitude) <= 90) && { latitude: troubleOf('Vĩ độ', latitude, '-90 đến 90', '9.2283') }),
    ...(isPlaced &&
      !(Math.abs(place.longitude) <= 180) && {
        longitude: troubleOf('Kinh độ', longitude, '-180 đến 180', '105.4247'),
      }),
  }
  if (Object.keys(troubles).length > 0) return { ok: false, troubles }
  return { ok: true, post: { id: id as PostId, name, ...(isPlaced && { place }) } }
}

const troubleOf = (what: string, typed: string, range: string, example: string): string =>
  typed === ''
    ? `Đã ghi vị trí thì ghi cả ${what.toLowerCase()}, hoặc để trống cả hai ô. Ví dụ: ${example}.`
    : `${what} là một số từ ${range}. Ví dụ: ${example}.`

/** With a comma or a point, as both are typed. */
const readDegrees = (typed: string): number =>
  /^-?\d{1,3}([.,]\d{1,10})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN

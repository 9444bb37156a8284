import { z } from 'zod'
import type { AttachmentId } from '../../kernel/ids.ts'

export const TURNS = [0, 90, 180, 270] as const
export const LARGEST_ZOOM = 4

/** How a picture is looked at, as it stands in the address: without a script each change is a link. */
const viewQuery = z.object({
  /** Degrees clockwise. */
  turn: z.coerce
    .number()
    .pipe(z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]))
    .catch(0),
  zoom: z.coerce.number().int().min(1).max(LARGEST_ZOOM).catch(1),
  /** A second picture next to it. */
  beside: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
})

export type View = Omit<z.infer<typeof viewQuery>, 'beside'> & { beside?: AttachmentId | undefined }

export const parseView = (query: unknown): View => viewQuery.parse(query ?? {}) as View

/** What says nothing is left out. */
export function renderView({ turn, zoom, beside }: View): string {
  const parts = [
    ...(turn === 0 ? [] : [['turn', String(turn)]]),
    ...(zoom === 1 ? [] : [['zoom', String(zoom)]]),
    ...(beside ? [['beside', beside]] : []),
  ]
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`
}

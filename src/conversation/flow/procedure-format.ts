import { z } from 'zod'
import { termFormat } from './term-format.ts'

const wording = z.string().min(1)
const money = z
  .string()
  .regex(/^\d{1,9}$/, 'số tiền chỉ gồm chữ số')
  .transform(Number)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày ghi theo dạng 2026-07-01')

const remarks = { exempt: z.array(wording).optional(), note: wording.optional() }
/** A price "set by the council" has no amount here, so that nobody can show it as 0. */
const fee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free'), note: wording.optional() }),
  z.strictObject({
    kind: z.literal('fixed'),
    amount: money,
    per: wording.optional(),
    online: money.optional(),
    ...remarks,
  }),
  z.strictObject({ kind: z.literal('council'), online: money.optional(), ...remarks }),
])

/** What a procedure costs and needs, from one day on. The newest that is in force is told. */
export const procedureFormat = z.strictObject({
  from: day,
  fee,
  papers: z.array(wording).min(1),
  deadline: wording,
  /** The same for programs: what a dossier is due by, where the law counts it. */
  term: termFormat.optional(),
  where: wording,
  /** The law it rests on. */
  basis: wording.optional(),
  note: wording.optional(),
})

export type Fee = z.infer<typeof fee>
export type ProcedureInfo = z.infer<typeof procedureFormat>

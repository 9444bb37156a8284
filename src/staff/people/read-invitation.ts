import { z } from 'zod'
import { tidy } from '../../kernel/text.ts'

const words = z
  .string()
  .max(1_000)
  .catch('')
  .transform((typed) => tidy(typed))
const form = z.object({
  name: words,
  email: words,
  /** Of the account that this form makes: sent twice, it is one account. */
  id: z
    .string()
    .regex(/^[\da-f]{32}$/)
    .catch(''),
})
export type InvitationForm = z.infer<typeof form>

export const parseInvitation = (body: unknown): InvitationForm => form.parse(body ?? {})

export type InvitationTroubles = Partial<Record<'name' | 'email', string>>

const LONGEST_NAME = 80

/** What to change in a name and an address. */
export const troublesOf = ({ name, email }: InvitationForm): InvitationTroubles => ({
  ...(!(/\p{L}.*\p{L}/u.test(name) && name.length <= LONGEST_NAME) && {
    name: `Họ tên dài từ 2 đến ${LONGEST_NAME} chữ. Ví dụ: Nguyễn Thị Lan.`,
  }),
  ...(!(z.email().safeParse(email).success && email.length <= 254) && {
    email: 'Địa chỉ e-mail chưa đúng. Ví dụ: lan.nguyen@example.gov.vn.',
  }),
})

import { z } from 'zod'
import { weaknessForStaff } from '../accounts/password-rule.ts'

const word = z.string().max(500).catch('')
const form = z.object({ code: word, password: word, newPassword: word, again: word })
type PasswordForm = z.infer<typeof form>

export const parsePasswordForm = (body: unknown): PasswordForm => form.parse(body ?? {})

/** What stands behind `#` of a link, also when the whole link was pasted. */
export const codeIn = (typed: string): string => typed.trim().replace(/^.*#/s, '')

/** Why a new password cannot be taken, at the field where it is to be changed. */
export function passwordTroubles(
  { newPassword, again }: Pick<PasswordForm, 'newPassword' | 'again'>,
  email: string,
): { newPassword?: string; again?: string } {
  const weakness = weaknessForStaff(newPassword, email)
  if (weakness) return { newPassword: weakness }
  return newPassword === again ? {} : { again: 'Hai lần nhập chưa giống nhau. Xin nhập lại cả hai.' }
}

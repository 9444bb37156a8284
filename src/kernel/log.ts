/**
 * Where the four boundaries write. Fields are ids, codes, counts and durations:
 * never a message text, a name, a phone or identity number, or a token.
 */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

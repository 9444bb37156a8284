import type { Other } from './acts/act.ts'

/**
 * Agencies where nobody works on what lies there: nobody has a role at them, and nobody at one that continues their work. Who
 * works for the whole province is meant to notice.
 */
export function unstaffed(
  codes: readonly string[],
  staffed: ReadonlySet<string>,
  agencyNow: (code: string) => Other | undefined,
): string[] {
  const names = new Set([...staffed].flatMap((code) => agencyNow(code)?.name ?? []))
  return codes.filter((code) => {
    if (staffed.has(code)) return false
    const successor = agencyNow(code)?.closed?.successor
    return successor === undefined || !names.has(successor)
  })
}

import type { RefusedFiles } from '../attachments/ports.ts'
import type { Clock } from '../kernel/clock.ts'

const MOST = 10_000

/**
 * `files refused`: the hosts whose files were refused, with how many. `files retry`: those whose host is allowed by now
 * (`ZALO_FILE_HOSTS`) are fetched anew by the running program. Answers with the lines to print; names hosts, never addresses.
 */
export async function runFileCommand(
  words: readonly string[],
  { rows, isAllowed, now }: { rows: RefusedFiles; isAllowed: (url: string) => boolean; now: Clock },
): Promise<string[] | undefined> {
  const [command] = words
  if (words.length !== 1 || (command !== 'refused' && command !== 'retry')) return undefined
  const refused = await rows.atUnknownHosts(MOST)
  if (command === 'refused') {
    const counts = new Map<string, number>()
    for (const { url } of refused) {
      const host = URL.canParse(url) ? new URL(url).hostname : '(no host)'
      counts.set(host, (counts.get(host) ?? 0) + 1)
    }
    return counts.size === 0
      ? ['No file was refused because of its host.']
      : [...counts].map(([host, n]) => `${host}  ${n}`)
  }
  const allowed = refused.filter(({ url }) => isAllowed(url))
  for (const { id } of allowed) await rows.tryAgain(id, now())
  return [`${allowed.length} of ${refused.length} refused files are fetched anew.`]
}

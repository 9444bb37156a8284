import { z } from 'zod'
import { fold } from '../kernel/text.ts'
import { entryOf, entryShape, mistakesAmong, type SourcedElsewhere } from './elsewhere/entry.ts'
import { type Finding, inOrder, type Path } from './finding.ts'
import { LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'

type ElsewhereRead = { ok: true; entries: SourcedElsewhere[] } | { ok: false; findings: Finding[] }

const file = z.strictObject({ entries: z.array(entryShape).min(1, 'cần ít nhất một việc') })

/** Reads `flows/elsewhere.yaml`. `flows`: names that `near` may mention and that no entry may take. All mistakes at once. */
export function readElsewhere(text: string, flows: readonly string[]): ElsewhereRead {
  const read = readYaml(text, LIMITS.flow)
  if (!read.ok) return read
  const { document, placeOf } = read.yaml
  const findings: Finding[] = []
  const wrong = (path: Path, message: string): void => {
    findings.push({ rule: 'elsewhere', message, ...placeOf(path) })
  }
  const parsed = file.safeParse(document.toJS() ?? {})
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const place = path.filter((part): part is string | number => typeof part !== 'symbol')
      wrong(place, `${place.filter((part) => typeof part === 'string').join('.')}: ${message}.`)
    }
    return { ok: false, findings: inOrder(findings) }
  }
  const taken = new Set(flows)
  const owners = new Map<string, string>()
  parsed.data.entries.forEach((entry, i) => {
    for (const { path, message } of mistakesAmong(entry, { flows, taken, owners }))
      wrong(['entries', i, ...path], message)
    taken.add(entry.id)
    for (const sentence of entry.says) owners.set(fold(sentence), entry.name)
  })
  return findings.length > 0
    ? { ok: false, findings: inOrder(findings) }
    : { ok: true, entries: parsed.data.entries.map(entryOf) }
}

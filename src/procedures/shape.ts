import { createHash } from 'node:crypto'
import type { FlowFile } from '../conversation/flow/flow-format.ts'

/** What may be reworded without raising the version. Words for search and the texts of help are wording too. */
const WORDING = new Set([
  'say',
  'why',
  'explain',
  'afterwards',
  'label',
  'name',
  'about',
  'words',
  'says',
  'means',
  'help',
  'contact',
  'submit',
  'person',
  'again',
  'enough',
  'full',
  'version',
  'format',
])

function withoutWording(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutWording)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).filter(
    ([key, value]) =>
      value !== undefined && !(WORDING.has(key) && isText(value)) && !isGroup(key, value) && !isRules(key, value),
  )
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, withoutWording(value)]),
  )
}

/** Which questions are asked in one message is wording too: each keeps its place, its check and its ways on. */
const isGroup = (key: string, value: unknown): boolean =>
  key === 'together' && typeof value === 'object' && value !== null && 'with' in value

/** So are the rules of an answer: whoever is in the middle is judged by today's, at the latest when they hand it in. */
const isRules = (key: string, value: unknown): boolean => key === 'rules' && Array.isArray(value)

/** A step may be called `say` or `name`; only its texts are wording, never a step. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((it) => typeof it === 'string'))

/** A price, a notice or a move changes no step, nor does what the desk does with what was filed. */
const NO_STEPS = ['info', 'closed', 'link', 'moves', 'approval', 'reserved', 'answered']

/** Equal for two files that differ in wording only; 16 hex digits. */
export function shapeOf(file: FlowFile): string {
  const steps = Object.fromEntries(Object.entries(file).filter(([name]) => !NO_STEPS.includes(name)))
  return createHash('sha256')
    .update(JSON.stringify(withoutWording(steps)))
    .digest('hex')
    .slice(0, 16)
}

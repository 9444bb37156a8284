import { z } from 'zod'
import { answerRules } from '../conversation/checks/answer-rules.ts'
import { checks } from '../conversation/checks/table.ts'
import { flowSchema } from '../conversation/flow/flow-format.ts'
import { predicates } from '../conversation/flow/predicates.ts'
import { HOVER } from './keywords.ts'

interface Schema {
  [keyword: string]: unknown
  type?: unknown
  pattern?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
}

/** Names that a program knows and an author picks from. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  check: [...checks.keys()],
  when: [...predicates.keys()],
  rule: [...answerRules.keys()],
}

/** JSON Schema (draft 2020-12) of the grammar, for completion and hover in an editor. */
export function flowJsonSchema(): Schema {
  return forEditors(z.toJSONSchema(flowSchema, { io: 'input' }) as Schema)
}

export const renderSchema = (): string => `${JSON.stringify(flowJsonSchema(), null, 2)}\n`

function forEditors(node: Schema, name?: string): Schema {
  const made: Schema = {}
  for (const [keyword, value] of Object.entries(node)) made[keyword] = deeper(keyword, value)
  const list = name === undefined ? undefined : LISTS[name]
  const hover = name === undefined ? undefined : HOVER[name]
  const listed = list && withList(widened(made), list)
  return { ...(listed ?? widened(made)), ...(hover !== undefined && { description: hover }) }
}

/** The text that it may be is one of these; what else it may be stays as it is. */
function withList(node: Schema, list: readonly string[]): Schema {
  if (!Array.isArray(node['anyOf'])) return { ...node, enum: [...list] }
  const isText = (it: Schema): boolean => it.properties === undefined
  return { ...node, anyOf: (node['anyOf'] as Schema[]).map((it) => (isText(it) ? { ...it, enum: [...list] } : it)) }
}

function deeper(keyword: string, value: unknown): unknown {
  // Keys are text for an editor too.
  if (keyword === 'propertyNames') return value
  if (keyword === 'properties')
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([name, it]) => [name, forEditors(it, name)]),
    )
  if (Array.isArray(value)) return value.map((it: unknown) => (isSchema(it) ? forEditors(it) : it))
  return isSchema(value) ? forEditors(value) : value
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** We read every scalar as text; an editor reads `version: 2` as a number and `optional: true` as a truth. */
function widened(node: Schema): Schema {
  if (node.type !== 'string') return node
  if (node.const === '1') return withoutType(node, ['1', 1])
  if (node.enum?.includes('true')) return withoutType(node, [...node.enum, true, false])
  const isFree = node.const === undefined && node.enum === undefined
  return isFree ? { ...node, type: ['string', 'number', 'boolean'] } : node
}

const withoutType = ({ type: _, const: __, ...rest }: Schema, values: unknown[]): Schema => ({ ...rest, enum: values })

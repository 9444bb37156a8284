import { isMap, isScalar, parseDocument, visit } from 'yaml'
import { fold } from '../kernel/text.ts'
import { stepLines } from './step-lines.ts'

/** A question to stand in front of another one. */
export interface NewStep {
  /** The step before which it is asked. */
  before: string
  say: string
  /** Short name at the review, “Buổi trả lời”; the names of the step and of the answer are made of it. */
  label: string
  /** How the answer is checked; without it one of `choices` is chosen. */
  check?: string
  choices: readonly string[]
}

type Inserted = { ok: true; text: string; step: string } | { ok: false; because: string }

const UNREADABLE = 'Nội dung còn lỗi về cách viết. Xin sửa các lỗi đó trước, rồi thêm câu hỏi.'
const IN_BRACES = 'Các bước ở đây viết trong dấu ngoặc { }, nên không chèn tự động được. Xin viết mỗi từ khóa một dòng.'

/**
 * Writes the step into the text and leads every way to `before` over it. Nothing else is touched: comments, quotes and
 * margins stay as they are.
 */
export function insertStep(text: string, order: NewStep): Inserted {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' })
  const steps = document.get('steps', true)
  if (document.errors.length > 0 || !isMap(steps)) return { ok: false, because: UNREADABLE }
  if (steps.flow) return { ok: false, because: IN_BRACES }
  const place = stepLines(text).find(({ step }) => step === order.before)
  if (!place || !steps.has(order.before)) return { ok: false, because: `Không có bước nào tên “${order.before}”.` }

  const step = freeName(
    fold(order.label)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '') || 'cau_hoi',
    steps,
  )
  const edits = waysTo(document, order.before).map(([from, to]) => ({ from, to, text: step }))
  const lines = text.split('\n')
  const at = aboveComments(lines, place.from - 1)
  const margin = /^ */.exec(lines[place.from - 1] ?? '')?.[0] ?? '  '
  const from = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
  edits.push({ from, to: from, text: render(step, order, margin) })
  const inserted = edits
    .sort((a, b) => b.from - a.from)
    .reduce((now, edit) => now.slice(0, edit.from) + edit.text + now.slice(edit.to), text)
  return { ok: true, text: inserted, step }
}

/** Where in the text the step is named as the next one, or as the first. */
function waysTo(document: ReturnType<typeof parseDocument>, step: string): [from: number, to: number][] {
  const places: [number, number][] = []
  visit(document, {
    Pair: (_, pair, path) => {
      const word = isScalar(pair.key) ? pair.key.value : undefined
      const inside = path.flatMap((node) => ('key' in node && isScalar(node.key) ? [node.key.value] : []))
      const isWay =
        inside[0] === 'steps'
          ? inside.length >= 2 && (word === 'next' || word === 'to')
          : word === 'start' && inside.length === 0
      const { value } = pair
      if (isWay && isScalar(value) && value.value === step && value.range) places.push([value.range[0], value.range[1]])
    },
  })
  return places
}

/** Comments right above a step belong to it. */
function aboveComments(lines: readonly string[], at: number): number {
  let first = at
  while (/^\s*#/.test(lines[first - 1] ?? '')) first--
  return first
}

function freeName(wanted: string, steps: { has: (key: unknown) => boolean }): string {
  const names = [wanted, ...Array.from({ length: 99 }, (_, i) => `${wanted}_${i + 2}`)]
  return names.find((name) => !steps.has(name) && !(name in Object.prototype)) ?? `${wanted}_100`
}

const camel = (step: string): string => step.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Quoted unless nothing in it could be taken for a mark of the format. */
export const quoted = (text: string): string => (/^\p{L}[\p{L}\d ]*$/u.test(text) ? text : JSON.stringify(text))

function render(step: string, { say, label, check, choices, before }: NewStep, margin: string): string {
  const said = say
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const keys = new Set<string>()
  const keyOf = (choice: string, i: number): string => {
    const slug = fold(choice)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const key = slug === '' || keys.has(slug) ? `muc-${i + 1}` : slug
    keys.add(key)
    return key
  }
  const lines = [
    `${step}:`,
    '  say: |',
    ...said.map((line) => `    ${line}`),
    ...(check === undefined ? ['  expect: choice'] : ['  expect: text', `  check: ${check}`]),
    `  saveAs: ${camel(step)}`,
    `  label: ${quoted(label)}`,
    ...(check === undefined
      ? [
          '  choices:',
          ...choices.map((it, i) => `    - { key: ${keyOf(it, i)}, label: ${quoted(it)}, next: ${before} }`),
        ]
      : [`  next: ${before}`]),
  ]
  return lines.map((line) => `${margin}${line}\n`).join('')
}

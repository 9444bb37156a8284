import { sentencesOf } from './compare.ts'
import { actsOf } from './message.ts'
import type { Outcome } from './try-message.ts'

const indent = (text: string): string => text.replace(/\n+/g, '\n      ')
const MARKS = { right: '  ', wrong: '✗ ', silent: '✗✗' }

/** What was said and what came back, for a person to read. */
export function describeOutcome({ message, result, why, question, replies }: Outcome): string {
  const asked = sentencesOf(question.map(({ text }) => text).join('\n')).filter((one) => !one.startsWith('Bước '))
  const said = actsOf(message)
    .map((act) => (typeof act === 'string' ? act : JSON.stringify(act)))
    .join(' ⏎ ')
  const answered = replies
    .map(({ text, buttons }) => [text, ...buttons.map(({ title }) => `[${title}]`)].join(' '))
    .join('\n--\n')
  return [
    `${MARKS[result]} ${message.id} ${message.kind} · ${message.at}   ${why}`,
    ...(message.at === 'opening' || asked.length === 0 ? [] : [`    « ${asked.slice(0, 2).join(' ').slice(0, 140)} »`]),
    `    👤 ${indent(said)}`,
    `    🤖 ${indent(answered || '(silence)')}`,
    ...(message.note === undefined ? [] : [`    (${message.note})`]),
    '',
  ].join('\n')
}

export const countOf = (outcomes: readonly Outcome[], result: Outcome['result']): number =>
  outcomes.filter((one) => one.result === result).length

function row(name: string, outcomes: readonly Outcome[]): string {
  const counts = (['right', 'wrong', 'silent'] as const).map((result) => countOf(outcomes, result))
  const share = outcomes.length === 0 ? '' : `${Math.round(((counts[0] ?? 0) / outcomes.length) * 100)} %`
  return `${name.padEnd(20)}${[outcomes.length, ...counts].map((count) => String(count).padStart(9)).join('')}${share.padStart(9)}`
}

/** A line for each kind, or for each procedure, then one for all. */
export function describeTable(outcomes: readonly Outcome[], by: 'kind' | 'at'): string {
  const nameOf = ({ message }: Outcome) => (by === 'kind' ? message.kind : (message.at.split('/')[0] ?? ''))
  const names = [...new Set(outcomes.map(nameOf))]
  const heads = ['messages', 'right', 'wrong', 'silent', 'right'].map((head) => head.padStart(9)).join('')
  return [
    `${(by === 'kind' ? 'kind' : 'where').padEnd(20)}${heads}`,
    ...names.map((name) =>
      row(
        name,
        outcomes.filter((one) => nameOf(one) === name),
      ),
    ),
    row('all', outcomes),
  ].join('\n')
}

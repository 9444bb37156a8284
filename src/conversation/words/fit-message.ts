import { beginningOf, composed, shorten } from '../../kernel/text.ts'
import { MESSAGE_LIMITS, type Choice, type OutgoingMessage } from './messages.ts'

/** Composed, without halves of letters: Zalo refuses, and a phone garbles, a half of a pair of surrogates. */
export const wellFormed = (text: string): string => composed(text).toWellFormed().trim()

/** Pieces of at most a message's length. Decomposed Vietnamese counts about 28 % longer than what the phone shows. */
export function splitText(text: string): string[] {
  const pieces: string[] = []
  let rest = wellFormed(text)
  while (rest.length > MESSAGE_LIMITS.text) {
    const end = borderIn(beginningOf(rest, MESSAGE_LIMITS.text))
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** Where to break: after a paragraph, a line, a sentence or a word, in this order, unless that leaves less than half. */
function borderIn(window: string): number {
  for (const border of [/\n\s*\n/g, /\n/g, /[.!?…:;]\s/g, /\s/g]) {
    const last = [...window.matchAll(border)].at(-1)
    if (last && last.index >= window.length / 2) return last.index + last[0].length
  }
  return window.length
}

/**
 * One or more messages within Zalo's limits, whatever the wording and the answers filled into it. Choices stand under the
 * last text; more than fit under one message go under further ones, introduced by `more`.
 */
export function fitMessages(text: string, choices: readonly Choice[], more: string): OutgoingMessage[] {
  const pieces = splitText(text)
  const shown = choices.map((choice) => ({
    ...choice,
    label: shorten(composed(choice.label).toWellFormed(), MESSAGE_LIMITS.label),
  }))
  const groups: Choice[][] = []
  for (let i = 0; i < shown.length; i += MESSAGE_LIMITS.choices) groups.push(shown.slice(i, i + MESSAGE_LIMITS.choices))
  const last = pieces.pop() ?? more
  const [first, ...others] = groups
  return [
    ...pieces.map((piece): OutgoingMessage => ({ type: 'text', text: piece })),
    { type: 'text', text: last, ...(first ? { choices: first } : {}) },
    ...others.map((group): OutgoingMessage => ({ type: 'text', text: more, choices: group })),
  ]
}

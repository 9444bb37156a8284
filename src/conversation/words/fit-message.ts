import { beginningOf, composed, shorten } from '../../kernel/text.ts'
import { MESSAGE_LIMITS, type Choice, type OutgoingMessage } from './messages.ts'

/** Pieces of at most a message's length, broken after a line or a word where possible. */
function split(text: string): string[] {
  const pieces: string[] = []
  let rest = composed(text).toWellFormed().trim()
  while (rest.length > MESSAGE_LIMITS.text) {
    const window = beginningOf(rest, MESSAGE_LIMITS.text)
    const line = window.lastIndexOf('\n')
    const word = window.lastIndexOf(' ')
    const at = line > window.length / 2 ? line : word > window.length / 2 ? word : window.length
    pieces.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}

/**
 * One or more messages within Zalo's limits, whatever the wording and the answers filled into it. Choices stand under the
 * last text; more than fit under one message go under further ones, introduced by `more`.
 */
export function fitMessages(text: string, choices: readonly Choice[], more: string): OutgoingMessage[] {
  const pieces = split(text)
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

import { fold } from '../../kernel/text.ts'

/** The few forms in which the guide for clerks is written. A text holds `code`, **bold** and nothing else. */
export type Block =
  | { type: 'heading'; level: number; text: string; id: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; isOrdered: boolean; items: string[] }
  | { type: 'table'; head: string[]; rows: string[][] }
  | { type: 'code'; text: string }

const ITEM = /^(?:-|(\d+)\.) +(.*)$/

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** “Rẽ nhánh” → `re-nhanh`: what an address names a heading by. */
const anchorOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export function readGuide(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  const taken = new Map<string, number>()
  const anchor = (heading: string): string => {
    const id = anchorOf(heading)
    const before = taken.get(id) ?? 0
    taken.set(id, before + 1)
    return before === 0 ? id : `${id}-${before + 1}`
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, marks, heading = ''] = /^(#+) (.*)$/.exec(line) ?? []
    const [item, number, first = ''] = ITEM.exec(line) ?? []
    const last = blocks.at(-1)
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1)
      blocks.push({ type: 'code', text: lines.slice(at + 1, end).join('\n') })
      at = end
    } else if (marks !== undefined) {
      blocks.push({ type: 'heading', level: marks.length, text: heading, id: anchor(heading) })
    } else if (line.startsWith('|')) {
      const end = lines.findIndex((it, i) => i > at && !it.startsWith('|'))
      const rows = lines.slice(at, end === -1 ? undefined : end).map(cellsOf)
      blocks.push({ type: 'table', head: rows[0] ?? [], rows: rows.slice(2) })
      at += rows.length - 1
    } else if (item !== undefined) {
      const isOrdered = number !== undefined
      if (last?.type === 'list' && last.isOrdered === isOrdered) last.items.push(first)
      else blocks.push({ type: 'list', isOrdered, items: [first] })
    } else if (line.trim() !== '') {
      const isNew = (lines[at - 1] ?? '').trim() === ''
      if (last?.type === 'list' && line.startsWith('  ')) last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`)
      else if (last?.type === 'paragraph' && !isNew) last.text += ` ${line.trim()}`
      else blocks.push({ type: 'paragraph', text: line.trim() })
    }
  }
  return blocks
}

interface Piece {
  type: 'plain' | 'code' | 'bold'
  text: string
}

/** What stands between the marks of one text. Bold may hold code, code holds nothing. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(/(`[^`]+`|\*\*.+?\*\*)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('`')
        ? { type: 'code', text: part.slice(1, -1) }
        : part.startsWith('**')
          ? { type: 'bold', text: part.slice(2, -2) }
          : { type: 'plain', text: part },
    )

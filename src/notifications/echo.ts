import { composed } from '../kernel/text.ts'

export type MessageKind = 'text' | 'picture' | 'document'

/** What one piece of a message looks like when Zalo sends it back: its kind, and its words where it has any. */
export interface Piece {
  kind: MessageKind
  text: string
}

/** A message of ours that came back from Zalo. */
export interface Echo extends Piece {
  messageId: string
}

/**
 * The echo of a piece among those that came back, or undefined. The words of a text must be the same, apart from white
 * space; a picture's words may be missing in its echo, because Zalo does not say that it repeats a caption.
 */
function echoOf(piece: Piece, echoes: readonly Echo[]): Echo | undefined {
  const words = plain(piece.text)
  return echoes.find(({ kind, text }) => {
    if (kind !== piece.kind) return false
    const heard = plain(text)
    return heard === words || (kind !== 'text' && heard === '')
  })
}

/** How many of the first pieces came back, each echo counted once, and the last of these echoes. */
export function arrivedOf(pieces: readonly Piece[], echoes: readonly Echo[]): { count: number; last?: Echo } {
  let left = echoes
  let last: Echo | undefined
  let count = 0
  for (const piece of pieces) {
    const echo = echoOf(piece, left)
    if (!echo) break
    left = left.filter((one) => one !== echo)
    last = echo
    count++
  }
  return { count, ...(last && { last }) }
}

const plain = (text: string): string => composed(text).replace(/\s+/g, ' ').trim()

import { readFileSync } from 'node:fs'

/** What a citizen does. A text is typed; `tap` names a button by its key or its title. */
export type Act =
  | string
  | { tap: string }
  | { photo: 'card' | 'plain' | 'two'; caption?: string }
  | { pdf: string }
  | { sticker: true }
  | { voice: true }
  | { location: [number, number] }
  | { contact: { name: string; phone: string } }
  /** The clock goes on to this time of Viet Nam, or by so many milliseconds; nobody else may be under way. */
  | { at: string }
  | { wait: number }
  /** What an officer does to this citizen's newest dossier. */
  | { staff: (string | { ask: string })[] }

/** What must hold of one good outcome, all of it. Names of answers and procedures are those of `situations.ts`. */
export interface Condition {
  /** Answers that are stored now, or newly read back and waiting for a yes; `null`: knowingly passed over. */
  saved?: Record<string, string | null>
  /** It is asked back, and what is asked about fits this pattern. */
  asksToConfirm?: string
  offers?: string[]
  says?: string[]
  notSays?: string[]
  /** Said beyond what nonsense is answered here. */
  helps?: string
  filed?: boolean
  moves?: boolean
  stays?: boolean
  /** The question that is open now. */
  asks?: string
  /** One of these is begun, explained, or among the first three offered; only the first where the program says it is lost. */
  leadsTo?: string | string[]
  /** One of these is begun or explained unasked; `*`: any. */
  tells?: string | string[]
  consents?: boolean
  /** To the very end none of these is asked as if it had not been said. */
  remembers?: Record<string, string>
  /** The filing under way is given up. */
  cancels?: boolean
}

/** One line of a corpus: right when one alternative of `accept` holds, and none of `forbid`. */
export interface Message {
  id: string
  kind: string
  /** `procedure/question`, or a name of `situations.ts`. */
  at: string
  /** Answers on the way there that differ, and acts after it. */
  path?: { with?: Record<string, Act>; then?: Act[] }
  say: Act | Act[]
  accept: Condition[]
  forbid?: Condition[]
  /** What is stored is a poor answer, yet nothing false. */
  soft?: true
  note?: string
}

export const readCorpus = (file: string): Message[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Message)

export const listed = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T]

export const actsOf = ({ say }: Message): readonly Act[] => listed<Act>(say)

/** The clock is everybody's, so whoever moves it is alone. */
export const movesTheClock = (acts: readonly Act[]): boolean =>
  acts.some((act) => typeof act === 'object' && ('at' in act || 'wait' in act))

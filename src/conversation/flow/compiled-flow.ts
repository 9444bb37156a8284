import type { AnyStateMachine } from 'xstate'
import type { Elsewhere } from './elsewhere.ts'
import type { Move, Step } from './flow-format.ts'
import type { Comparison } from './condition.ts'
import type { Place } from './people.ts'
import type { ProcedureInfo } from './procedure-format.ts'

/** One version of one flow, ready to run. Built once and shared by all citizens; never changed. */
export interface CompiledFlow {
  flow: string
  version: number
  /** As citizens know the procedure. */
  name: string
  about?: string
  /** Code of the administrative procedure, `2.000635`. */
  code?: string
  words: readonly string[]
  /** Sentences by which citizens ask for it. */
  says: readonly string[]
  mode?: 'accept' | 'prepare'
  info?: readonly ProcedureInfo[]
  /** Page of the procedure on the national portal. */
  link?: string
  /** Said instead of beginning. */
  closed?: string
  grants?: string
  /** What becomes of citizens in the middle of older versions. */
  moves: readonly Move[]
  /** An agency code, or `choose`: the answer `agency` holds the area code of the commune. */
  agency?: string
  /** `leader`: a leader decides, and not whoever took the dossier in. */
  approval?: 'leader'
  /** Filings with this answer are open to nobody but leaders. */
  reserved?: Comparison
  /** It is answered, not approved: the name of the answer in which it is asked. */
  answered?: string
  help?: string
  /** Told to whoever asks about it after it was filed. */
  afterwards?: string
  contact?: string
  start: string
  steps: ReadonlyMap<string, Step>
  /** For each question that is asked in one message with others: all of them, in their order. */
  together: ReadonlyMap<string, readonly string[]>
  /** For each question that is asked for one person after another, and the choice before it: about whom it is. */
  people: ReadonlyMap<string, Place>
  /** Questions still to come on the longest way from each step, itself included. */
  remaining: ReadonlyMap<string, number>
  /** Whether an unfinished conversation is worth keeping as a draft. */
  keepsDraft: boolean
  machine: AnyStateMachine
}

/** The catalogue as a conversation sees it. */
export interface Flows {
  /** The version that new conversations start on. */
  current(flow: string): CompiledFlow | undefined
  /** The version a citizen is in the middle of. */
  pinned(flow: string, version: number): CompiledFlow | undefined
  /** Procedures that a citizen may ask for. */
  offered(): readonly CompiledFlow[]
  /** Matters that citizens ask for and that are done elsewhere. */
  elsewhere(): readonly Elsewhere[]
}

export interface World {
  now: number
  flows: Flows
}

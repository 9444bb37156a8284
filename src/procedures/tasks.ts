import { createCatalogue } from './catalogue.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import type { SetAside } from './compile-row.ts'
import { drawFlow, type Marks } from './draw.tsx'
import { type Foretold, foretell } from './elsewhere/foretell.ts'
import { type EntryOrder, type Weighed, weigh } from './elsewhere/weigh.ts'
import { judge } from './examine.ts'
import { extend, type Extended } from './extend.ts'
import type { Finding } from './finding.ts'
import type { NewStep } from './insert-step.ts'
import type { Names } from './lint/rule.ts'
import { load } from './load.ts'
import { play } from './play.ts'
import type { FlowVersion } from './ports.ts'
import { type Act, stage, type Rehearsed, rehearse } from './rehearse.ts'
import type { Verdict } from './verdict.ts'

/** What is published, for everything that is asked afterwards. */
export interface Stock {
  rows: readonly FlowVersion[]
  names: Names
}

/** What is done with a text that nobody has vouched for. Plain data, so that a thread may do it. */
export type Task =
  | { type: 'judge'; source: string; cases: string; flow?: string }
  | { type: 'draw'; source: string; marks: Marks }
  | { type: 'insert'; source: string; cases: string; order: NewStep; newest?: number; open: readonly number[] }
  | { type: 'weigh'; order: EntryOrder }
  | { type: 'foretell'; order?: EntryOrder; sentences: readonly string[]; now: number }
  | { type: 'rehearse'; source: string; flow: string; acts: readonly Act[]; now: number }

export interface Answers {
  judge: Verdict
  /** Nothing while the text cannot be read. */
  draw: string | undefined
  insert: Extended
  weigh: Weighed
  foretell: Foretold[]
  rehearse: Rehearsed | { findings: Finding[] }
}

export type Answer<T extends Task> = Answers[T['type']]

const FIRST_SENTENCE = 'cho em hỏi giấy này làm ở đâu'

export function createTasks() {
  const compiled = new Map<string, CompiledFlow | SetAside>()
  let stock: Stock = { rows: [], names: {} }
  let flows = createCatalogue([])
  return {
    /** Compiles what is new at once, and hears a first sentence, so that no task waits for what is done once. */
    stock: (fresh: Stock): void => {
      stock = fresh
      flows = createCatalogue(fresh.rows, compiled, undefined, undefined, fresh.names.kinds, fresh.names.elsewhere)
      flows.offered()
      play({ title: '', talk: [{ citizenSays: FIRST_SENTENCE }] }, flows)
    },
    perform: (task: Task): Answers[Task['type']] => {
      switch (task.type) {
        case 'judge': {
          const { examples: _, ...verdict } = judge(task.source, task.cases, { ...stock, flows }, task.flow)
          return verdict
        }
        case 'draw': {
          const loaded = load(task.source)
          return loaded.ok ? drawFlow(loaded.source.file, task.marks) : undefined
        }
        case 'insert':
          return extend(task, flows)
        case 'weigh':
          return weigh(flows, stock.rows, task.order)
        case 'foretell':
          return foretell(flows, task.order, task.sentences, task.now)
        case 'rehearse': {
          const staged = stage(task.source, flows, stock.names)
          return staged.ok ? rehearse(task.flow, task.acts, staged.flows, task.now) : { findings: staged.findings }
        }
      }
    },
  }
}

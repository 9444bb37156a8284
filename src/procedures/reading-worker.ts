import { parentPort } from 'node:worker_threads'
import type { FlowFile } from '../conversation/flow-format.ts'
import type { Names } from './lint/lint.ts'
import { soundFile } from './sound-file.ts'

export interface ReadingOrder {
  texts: readonly string[]
  /** Absent for texts that were published before. */
  names: Names | undefined
}

export type ReadingAnswer = readonly (FlowFile | undefined)[]

parentPort?.on('message', ({ texts, names }: ReadingOrder) =>
  parentPort?.postMessage(texts.map((text) => soundFile(text, names)) satisfies ReadingAnswer),
)

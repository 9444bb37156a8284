import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { type Finding, inOrder, MOST_TOLD } from './finding.ts'
import { play, type Played } from './play.ts'
import { readExamples } from './read-examples.ts'

export interface PlayedCase extends Played {
  title: string
}

interface PlayedCases {
  examples: PlayedCase[]
  /** Places are in the text of the examples. */
  findings: Finding[]
}

/** Plays every example that can be read. One that cannot is a finding, as is every one that comes out otherwise. */
export function playCases(text: string, flows: Flows): PlayedCases {
  const { cases, findings, placeOf } = readExamples(text)
  const examples = cases.map(({ example }) => ({ title: example.title, ...play(example, flows) }))
  const failed = examples.flatMap(({ title, failures, brokenAt }, i) => {
    const at = ['cases', cases[i]?.index ?? 0, ...(brokenAt === undefined ? [] : ['talk', brokenAt])]
    return failures.map((failure) => ({ rule: 'example', message: `Ví dụ “${title}”: ${failure}`, ...placeOf(at) }))
  })
  return { examples, findings: inOrder([...findings, ...failed]).slice(0, MOST_TOLD) }
}

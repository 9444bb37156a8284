import { fold } from '../kernel/text.ts'
import type { CompiledFlow, Flows } from './compiled-flow.ts'

/** Procedures whose everyday words stand in what was typed, the longest match first. */
export function searchFlows(flows: Flows, text: string): CompiledFlow[] {
  const typed = ` ${fold(text.slice(0, 300))} `
  const scored = flows.offered().map((flow) => {
    const words = [flow.name, ...flow.words, ...(flow.code ? [flow.code] : [])].map(fold)
    return { flow, score: Math.max(0, ...words.map((word) => (typed.includes(` ${word} `) ? word.length : 0))) }
  })
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, 4).map(({ flow }) => flow) // prettier-ignore
}

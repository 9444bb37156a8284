import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { choicesOf } from '../src/conversation/flow/flow-format.ts'
import { compile } from '../src/conversation/flow/compile.ts'
import { edgesOf, walk } from '../src/conversation/step/walk.ts'
import { agencies } from '../src/dossiers/agencies.ts'
import { openElsewhere, openKinds } from '../src/program/open-catalogue.ts'
import { createCatalogue } from '../src/procedures/catalogue.ts'
import { lintFolders } from '../src/procedures/folder-report.ts'
import { lint } from '../src/procedures/lint/lint.ts'
import { unrehearsed } from '../src/procedures/lint/unrehearsed.ts'
import { load } from '../src/procedures/load.ts'
import { play } from '../src/procedures/play.ts'
import { planPublication } from '../src/procedures/publish.ts'
import { readExamples } from '../src/procedures/read-examples.ts'
import { readFlowFolders } from '../src/procedures/read-folder.ts'

const flowsFolder = fileURLToPath(new URL('../flows/', import.meta.url))
const folders = readFlowFolders(flowsFolder)
const publications = folders.map(({ text }) => planPublication(text, [], 'test', 0))
const flows = createCatalogue(publications.flatMap((plan) => (plan.outcome === 'published' ? [plan.row] : [])))

it('of this folder all pass what a clerk’s text has to pass, with their examples', async () => {
  const names = {
    kinds: (await openKinds(flowsFolder)).all,
    agencies: agencies.map(({ code }) => code),
    elsewhere: await openElsewhere(flowsFolder),
  }
  expect(lintFolders(folders, folders, names).lines).toEqual([`${folders.length} thủ tục, không có lỗi.`])
})

describe.each(folders)('the flow $flow', ({ flow, text, cases }) => {
  const loaded = load(text)
  const source = loaded.ok ? loaded.source : undefined
  const compiled = source && compile(source.file)
  const walked = compiled && walk(compiled)

  it('is readable', () => expect(loaded.ok ? [] : loaded.findings).toEqual([]))
  it('bears the name of its folder', () => expect(source?.file.flow).toBe(flow))
  it('has no lint findings', () => expect(source && lint(source)).toEqual([]))
  it('is walked through every step', () =>
    expect([...(walked?.visited ?? [])].sort()).toEqual([...(compiled?.steps.keys() ?? [])].sort()))
  it('is walked along every way', () =>
    expect((compiled ? edgesOf(compiled) : []).filter((edge) => !walked?.edges.has(edge))).toEqual([]))
  it('does nothing wrong on the way', () => expect(walked?.problems).toEqual([]))

  it('leads to no flow that is not there', () => {
    const targets = [...(compiled?.steps.values() ?? [])].flatMap((step) => [
      ...choicesOf(step).flatMap((choice) => choice.flow ?? []),
      ...(step.expect === 'none' && step.flow !== undefined ? [step.flow] : []),
    ])
    expect(targets.filter((target) => flows.current(target) === undefined)).toEqual([])
  })

  const examples = cases === undefined ? [] : readExamples(cases).cases.map(({ example }) => example)
  it('has examples', () => expect(examples.length).toBeGreaterThan(0))
  it('is rehearsed to its end', () =>
    expect(
      source &&
        unrehearsed(
          source,
          examples.map((example) => play(example, flows)),
        ),
    ).toEqual([]))
  it.each(examples)('$title', (example) => expect(play(example, flows).failures).toEqual([]))
  const asks = [...(compiled?.steps.values() ?? [])].some(({ expect }) => ['text', 'files', 'any'].includes(expect))
  // What only tells, or only lets one choose, has nothing to be corrected or refused.
  if (!asks) return
  it('has examples of an end, of a correction and of a refusal', () => {
    const kindOf = (rest: string | undefined) => compiled?.steps.get(rest?.split('/')[1] ?? '')?.expect ?? ''
    const ways = examples.map((example) => ({ example, ...play(example, flows) }))
    expect({
      ends: ways.some(({ hasEnded, visited }) => hasEnded || visited.at(-1) === 'end'),
      corrects: ways.some(({ visited }) =>
        visited.some((rest, i) => kindOf(rest) !== '' && visited.indexOf(rest) < i - 1 && rest !== visited[i - 1]),
      ),
      refuses: ways.some(
        ({ example, visited }) =>
          example.talk.some((line) => 'citizenSends' in line && line.citizenSends === 'wrong file') ||
          visited.some((rest, i) => rest === visited[i - 1] && ['text', 'choice'].includes(kindOf(rest))),
      ),
    }).toEqual({ ends: true, corrects: true, refuses: true })
  })
})

import { STEP_KEYS, tapped, writePayload } from '../words/payload.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import { emptyContext } from '../flow/answers.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { openTogether } from '../flow/together.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { begin, type StepResult } from './advance.ts'
import { decide } from './engine.ts'
import type { Card, CitizenEvent } from '../words/events.ts'
import { branchesOf, choicesOf, followersOf, type Step } from '../flow/flow-format.ts'
import { renderCondition } from '../flow/condition.ts'
import { holds } from '../flow/predicates.ts'
import type { FactsEvent, Option, Position } from '../words/session.ts'

/** 1 May 2030, 08:00 in Viet Nam: when samples are judged and flows are walked. */
export const MODEL_NOW = Date.parse('2030-05-01T08:00:00+07:00')

export interface Walked {
  visited: Set<string>
  /** `step → step` for every way really taken, passed steps included. */
  edges: Set<string>
  /** Places where the program did what a flow should never make it do. */
  problems: { step: string; message: string }[]
  /** Everything within reach was tried; false when there was more than `MOST_TRIED`. */
  isWhole: boolean
}

/** The longest flow of the folder needs a tenth. A flow of many conditions has more states than anybody can wait for. */
const MOST_TRIED = 600

const CODE = 'H12.99-300501-0001'
const PHOTO = 'walk' as AttachmentId
const OPTION: Option = { key: 'mot', label: 'Mục thứ nhất', facts: { dossier: 'd', permit: 'p' } }
const CARD: Card = {
  number: '096190012345',
  name: 'Nguyễn Thị An',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp 1',
}

/** Everything worth trying at a step: each choice, each sample of its check, a file, a skip. */
function trials(id: string, step: Step): (CitizenEvent | FactsEvent)[][] {
  const text = (it: string): CitizenEvent[] => [{ type: 'TEXT', text: it }]
  const tap = (key: string): CitizenEvent[] => text(tapped(writePayload({ to: 'answer', step: id, key })))
  const photo: CitizenEvent[] = [
    { type: 'FILE', attachment: PHOTO, kind: 'photo', url: 'https://files.example.test/1' },
    { type: 'FILE_STORED', attachment: PHOTO },
  ]
  switch (step.expect) {
    case 'choice':
    case 'consent':
      return choicesOf(step).map(({ key }) => tap(key))
    case 'text':
      return [
        ...(checkOf(step)?.good ?? []).map(text),
        ...insisting(id, step),
        ...(step.optional ? [tap(STEP_KEYS.skip)] : []),
      ]
    case 'files':
    case 'any': {
      const close = step.max > 1 || step.expect === 'any' ? tap(STEP_KEYS.done) : []
      return [[...photo, ...close], ...(step.expect === 'files' && step.optional ? [tap(STEP_KEYS.skip)] : [])]
    }
    case 'review':
      return [tap(STEP_KEYS.submit), text('1')]
    case 'pick':
      return [tap(OPTION.key)]
    case 'card':
      return [
        [
          ...tap(STEP_KEYS.agreeToCard),
          { type: 'FILE', attachment: PHOTO, kind: 'photo', url: 'https://files.example.test/1' },
          { type: 'CARD_READ', attachment: PHOTO, card: CARD },
          ...tap(STEP_KEYS.yes),
        ],
        tap(STEP_KEYS.typeInstead),
      ]
    case 'none':
      return step.do?.startsWith('query')
        ? [[{ type: 'FACTS', found: true, facts: {}, options: [OPTION] }], [{ type: 'FACTS', found: false, facts: {} }]]
        : []
  }
}

/** What a rule doubts beside other samples is insisted on, so that the walk goes on. */
function insisting(id: string, step: Extract<Step, { expect: 'text' }>): CitizenEvent[][] {
  const yes = tapped(writePayload({ to: 'answer', step: id, key: STEP_KEYS.yes }))
  const samples = step.rules ? (checkOf(step)?.good ?? []) : []
  return samples.map((sample) => [sample, yes].map((text): CitizenEvent => ({ type: 'TEXT', text })))
}

/**
 * Runs a flow with the samples of its own checks until every step that can be reached has been left in every way tried.
 * Combinations of earlier answers are not enumerated; that is what the cases beside a flow are for.
 */
export function walk(flow: CompiledFlow): Walked {
  const walked: Walked = { visited: new Set(), edges: new Set(), problems: [], isWhole: true }
  const facts = { dossier: 'd', code: CODE, question: '?' }
  const open: Position[] = []
  const arrive = (from: string | undefined, result: StepResult): void => {
    const way = passed(from, result)
    way.forEach((step) => walked.visited.add(step))
    way.slice(1).forEach((step, i) => walked.edges.add(`${way[i]} → ${step}`))
    if (result.outcome === 'waiting') open.push(result.position)
  }
  // Some flows begin elsewhere when the citizen has already told a dossier code.
  for (const answers of [{}, { code: { value: CODE, shown: CODE } }])
    arrive(undefined, begin(flow, emptyContext(facts, answers)))
  const tried = new Set<string>()
  for (let position = open.shift(); position; position = open.shift()) {
    const step = flow.steps.get(position.step)
    if (!step) {
      walked.problems.push({ step: position.step, message: `Không có bước “${position.step}”.` })
      continue
    }
    const mark = [position.step, position.context.correcting, ...holding(flow, position)].join(' ')
    if (tried.has(mark)) continue
    if (tried.size === MOST_TRIED) return { ...walked, isWhole: false }
    tried.add(mark)
    for (const events of trials(position.step, step)) arrive(position.step, run(flow, position, events, walked))
    const whole = together(flow, position)
    if (whole !== undefined) {
      const after = run(flow, position, [{ type: 'TEXT', text: whole }], walked)
      arrive(position.step, after)
      const { told, proposal } = after.position.context
      if (after.position.step === position.step && !told && !proposal)
        walked.problems.push({
          step: position.step,
          message: `Bước “${position.step}” không hiểu câu trả lời chung “${whole}”.`,
        })
    }
    for (const bad of checkOf(step)?.bad ?? []) {
      const after = decide(flow, position, { type: 'TEXT', text: bad }, { now: MODEL_NOW, fetching: [] })
      const isSkipping = step.expect === 'text' && step.optional === true && after.position.step !== position.step
      if (after.position.step !== position.step && !isSkipping)
        walked.problems.push({ step: position.step, message: `Bước “${position.step}” nhận câu sai “${bad}”.` })
    }
  }
  return walked
}

/** A sample of each question that is asked in one message here; undefined where one is asked alone, or takes any sentence. */
function together(flow: CompiledFlow, position: Position): string | undefined {
  const samples = openTogether(flow, position).flatMap((id) => {
    const step = flow.steps.get(id)
    if (step?.expect === 'choice') return choicesOf(step)[0]?.label.split(',')[0] ?? []
    return isFreeStep(step) ? [] : (checkOf(step)?.good[0] ?? [])
  })
  return samples.length > 1 ? samples.join('; ') : undefined
}

/** The conditions of this flow's branches that the answers so far fulfil: each such state is tried on its own. */
function holding(flow: CompiledFlow, { context }: Position): string[] {
  const conditions = [...flow.steps.values()].flatMap((step) => branchesOf(step).flatMap(({ when }) => when ?? []))
  const held = conditions.filter((when) => holds(when, { now: MODEL_NOW, answers: context.answers }))
  return [...new Set(held.map(renderCondition))]
}

function run(
  flow: CompiledFlow,
  position: Position,
  events: readonly (CitizenEvent | FactsEvent)[],
  walked: Walked,
): StepResult {
  let result: StepResult = { outcome: 'waiting', position, effects: [], fetching: [] }
  for (const event of events)
    result = decide(flow, result.position, event, { now: MODEL_NOW, fetching: result.fetching })
  if (result.effects.length === 0 && result.outcome !== 'switched')
    walked.problems.push({ step: position.step, message: `Bước “${position.step}” im lặng.` })
  return result
}

const passed = (from: string | undefined, { position, passed: between = [] }: StepResult): string[] =>
  [...(from === undefined ? [] : [from]), ...between, position.step].filter((step, i, way) => step !== way[i - 1])

/** Every way the file allows from one step to the next. */
export const edgesOf = (flow: CompiledFlow): string[] =>
  [...flow.steps].flatMap(([id, step]) => [...new Set(followersOf(step))].map((to) => `${id} → ${to}`))

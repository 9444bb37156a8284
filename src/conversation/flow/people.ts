import { answerNameOf, followersOf, type FlowFile, type Step, type StepOf } from './flow-format.ts'

/** Questions that are asked for one person after another, as a text says it. */
interface Repeated {
  /** The choice that asks for one more. */
  asker: string
  step: StepOf<'choice'>
  repeat: NonNullable<StepOf<'choice'>['repeat']>
  /** The questions about one person, in their order. */
  members: readonly string[]
  /** Where one goes on when there are enough. */
  exit: string
}

/** What is asked about the person of one number, counted from 1: the choice before them, and the questions. */
export interface Place {
  group: PeopleGroup
  n: number
  asker: string
  members: readonly string[]
}

/** The same people in the flow that runs. */
export interface PeopleGroup {
  person: string
  least: number
  most: number
  /** The first stands for the questions of the text; behind the last nobody is asked about. */
  places: readonly Place[]
}

/** Every step that is asked from one on, until the choice comes again. */
function membersOf({ steps }: Pick<FlowFile, 'steps'>, asker: string, first: string, exit: string): string[] {
  const found = new Set<string>()
  const open = [first]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps[id]
    if (!step || id === asker || id === exit || found.has(id)) continue
    found.add(id)
    open.push(...followersOf(step))
  }
  return Object.keys(steps).filter((id) => found.has(id))
}

/** The groups of a text. One whose choices lead nowhere is none yet. */
export const repeatedIn = (file: Pick<FlowFile, 'steps'>): Repeated[] =>
  Object.entries(file.steps).flatMap(([asker, step]): Repeated[] => {
    if (step.expect !== 'choice' || !step.repeat) return []
    const [first, exit] = step.choices.map(({ next }) => next)
    if (first === undefined || exit === undefined) return []
    return [{ asker, step, repeat: step.repeat, exit, members: membersOf(file, asker, first, exit) }]
  })

/** The first person keeps the names of the text. */
export const stepOfPerson = (id: string, n: number): string => (n === 1 ? id : `${id}_${n}`)
export const answerOfPerson = (name: string, n: number): string => (n === 1 ? name : `${name}${n}`)

/** A text with its repeated questions written out, once for each person there may be: flat, as any other. */
export function writtenOutFor(file: FlowFile): { file: FlowFile; people: readonly PeopleGroup[] } {
  const groups = repeatedIn(file)
  if (groups.length === 0) return { file, people: [] }
  const inside = new Set(groups.flatMap(({ asker, members }) => [asker, ...members]))
  const steps = Object.entries(file.steps).flatMap(([id, step]): [string, Step][] => {
    const group = groups.find(({ asker }) => asker === id)
    if (group) return stepsOf(file, group)
    return inside.has(id) ? [] : [[id, step]]
  })
  return { file: { ...file, steps: Object.fromEntries(steps) }, people: groups.map(placesOf) }
}

function placesOf({ asker, members, repeat: { person, least = 0, most } }: Repeated): PeopleGroup {
  const places: Place[] = []
  const group = { person, least, most, places }
  for (let n = 1; n <= most; n++)
    places.push({
      group,
      n,
      asker: stepOfPerson(asker, n),
      members: members.map((id) => stepOfPerson(id, n)),
    })
  return group
}

function stepsOf(file: FlowFile, group: Repeated): [string, Step][] {
  const { asker, members, exit, repeat } = group
  const all = Array.from({ length: repeat.most }, (_, i) => i + 1)
  const asked = all.flatMap((n): [string, Step][] => [
    [stepOfPerson(asker, n), askerOf(group, n)],
    ...members.flatMap((id): [string, Step][] => {
      const step = file.steps[id]
      return step ? [[stepOfPerson(id, n), memberOf(file, group, step, n)]] : []
    }),
  ])
  const full: Step = { expect: 'none', say: repeat.full, next: [{ to: exit }] }
  return [...asked, [stepOfPerson(asker, repeat.most + 1), full]]
}

/** Nobody is asked whether there is one more while there are too few. */
function askerOf({ step, repeat }: Repeated, n: number): Step {
  const { again, enough, least = 0 } = repeat
  const { repeat: _, ...choice } = step
  const [more, done] = step.choices
  const first = stepOfPerson(more?.next ?? '', n)
  if (!more || !done || n <= least) return { expect: 'none', next: [{ to: first }] }
  return {
    ...choice,
    say: n === 1 ? choice.say : again,
    choices: [
      { ...more, next: first },
      { ...done, ...(n > 1 && { label: enough, words: [...(done.words ?? []), done.label] }) },
    ],
  }
}

function memberOf(file: FlowFile, { asker, members, repeat }: Repeated, step: Step, n: number): Step {
  const names = members.flatMap((id) => (file.steps[id] ? [answerNameOf(id, file.steps[id])] : []))
  const to = (id: string): string =>
    id === asker ? stepOfPerson(asker, n + 1) : members.includes(id) ? stepOfPerson(id, n) : id
  const own = (name: string): string => (names.includes(name) ? answerOfPerson(name, n) : name)
  const fill = (text: string): string => text.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => `{${own(name)}}`)
  const said = {
    ...('say' in step && step.say !== undefined && { say: fill(step.say) }),
    ...('label' in step &&
      step.label !== undefined && { label: `${step.label} (${repeat.person.toLowerCase()} ${n})` }),
    ...('saveAs' in step && step.saveAs !== undefined && { saveAs: own(step.saveAs) }),
    ...('together' in step &&
      step.together && { together: { say: fill(step.together.say), with: step.together.with.map(to) } }),
  }
  if (step.expect === 'choice')
    return { ...step, ...said, choices: step.choices.map((it) => (it.next ? { ...it, next: to(it.next) } : it)) }
  if (step.expect !== 'text') return step
  return {
    ...step,
    ...said,
    ...(step.rules && { rules: step.rules.map((it) => (it.answer ? { ...it, answer: own(it.answer) } : it)) }),
    next: step.next.map(({ when, to: next }) => ({
      to: to(next),
      ...(when !== undefined && {
        when: typeof when === 'string' ? when : { ...when, answer: own(when.answer) },
      }),
    })),
  }
}

/** For each step that asks about somebody: whose it is. */
export const placesByStep = (people: readonly PeopleGroup[]): Map<string, Place> =>
  new Map(
    people.flatMap(({ places }) => places.flatMap((it) => [it.asker, ...it.members].map((id) => [id, it] as const))),
  )

/** The step of the text that a step of the running flow was made of: what is counted and taught is that one's. */
export const writtenStep = ({ people }: { people: ReadonlyMap<string, Place> }, id: string): string => {
  const place = people.get(id)
  const at = place ? [place.asker, ...place.members].indexOf(id) : -1
  const first = place?.group.places[0]
  return (first && [first.asker, ...first.members][at]) ?? id
}

import { isDeepStrictEqual } from 'node:util'
import { isSame, matches, sentencesOf } from './compare.ts'
import type { Answers, Lab, Said, State, Stored } from './lab.ts'
import { type Condition, listed, type Message } from './message.ts'
import { openQuestion } from './reach.ts'
import { alike, askAt, asksOf, flowOf, HOME, PROCEDURES, procedureWith } from './situations.ts'

/** What a message did, as far as a citizen can tell. */
export interface Seen {
  before: State
  after: State
  /** Since the last thing said. */
  said: readonly Said[]
  typed: readonly string[]
  /** What the question and the answer to nonsense say here: sentences and buttons. */
  usual: ReadonlySet<string>
  /** How many more there are than before. */
  consents: number
  dossiers: number
  /** Questions that were asked on the way to the end, and whether what was said was at hand there; then all answers. */
  further?: { asked: ReadonlyMap<string, boolean>; answers: Answers }
}

/** A procedure is begun, or explained as the answer. */
function isTold({ flows }: Lab, procedure: string, { before, after, said }: Seen): boolean {
  const flow = flowOf(procedure)
  if (after.flow === flow) return before.flow !== flow
  const name = flows.get(flow)?.name ?? ''
  return said.some(({ text }) => text.startsWith(name) && text.length > name.length + 60)
}

/** Buttons that lead to procedures, besides those of the home screen. */
function procedureButtons({ flows }: Lab, { said, usual }: Seen, home: string) {
  const names = new Set([...flows.values()].map(({ name }) => name))
  return said
    .filter(({ text }) => !text.includes(home))
    .flatMap(({ buttons }) => buttons)
    .filter(({ title, payload }) => !usual.has(payload) && (payload.startsWith('#lam:') || names.has(title)))
}

/** The first part of a condition that does not hold; undefined when all do. */
export function objectionTo(condition: Condition, lab: Lab, seen: Seen): keyof Condition | undefined {
  const { before, after, said, usual } = seen
  const text = said.map((one) => one.text).join('\n')
  const titles = said.flatMap(({ buttons }) => buttons.map(({ title }) => title))
  const homeFlow = lab.flows.get(HOME)
  const home = sentencesOf(homeFlow?.steps[homeFlow.start]?.say ?? '')[0] ?? ''
  const procedure = procedureWith(after.flow) ?? procedureWith(before.flow)
  const asks = procedure === undefined ? {} : asksOf(procedure)
  const isSameFlow = after.flow !== undefined && after.flow === before.flow
  const news = sentencesOf(text)
    .filter((one) => !usual.has(one))
    .join('\n')
  const offered = procedureButtons(lab, seen, home)
  const isOffered = (wanted: string) => {
    const flow = flowOf(wanted)
    // Above the home screen the list is a shot in the dark: only its first counts.
    const far = said.some((one) => one.text.includes(home)) ? 1 : 3
    return offered
      .slice(0, far)
      .some(({ title, payload }) => payload === `#lam:${flow}` || title === lab.flows.get(flow)?.name)
  }
  const told = PROCEDURES.filter((one) => isTold(lab, one, seen))
  const asked = openQuestion(before)?.ask
  const isStored =
    asked !== undefined &&
    after.answers[asked.key] !== undefined &&
    !isDeepStrictEqual(after.answers[asked.key], before.answers[asked.key])
  const isSaved = ([name, expected]: [string, string | null]) => {
    const ask = asks[name]
    if (!ask) return false
    const isRead = (one: Stored) => isSame(expected, one, ask)
    const isReadBack = ask.key === asked?.key && after.proposed.some(isRead) && !before.proposed.some(isRead)
    return isSame(expected, after.answers[ask.key], ask) || isReadBack
  }
  const isRemembered = ([name, expected]: [string, string]) => {
    const ask = PROCEDURES.map((one) => asksOf(one)[name]).find((one) => one && seen.further?.answers[one.key])
    return (
      ask !== undefined &&
      seen.further?.asked.get(name) !== false &&
      isSame(expected, seen.further?.answers[ask.key], ask)
    )
  }

  const holds: { [Part in keyof Condition]-?: (wanted: NonNullable<Condition[Part]>) => boolean } = {
    saved: (wanted) => Object.entries(wanted).every(isSaved),
    asksToConfirm: (wanted) =>
      text.includes('?') &&
      !isStored &&
      (offered.length === 0 || condition.leadsTo !== undefined) &&
      matches(wanted, [news, ...titles.filter((one) => !usual.has(one))].join('\n')),
    offers: (wanted) => wanted.every((one) => titles.some((title) => matches(one, title))),
    says: (wanted) => wanted.every((one) => matches(one, text)),
    notSays: (wanted) => wanted.every((one) => !matches(one, text)),
    // A message that is only read back says nothing.
    helps: (wanted) =>
      matches(
        wanted,
        seen.typed.reduce((rest, one) => rest.replaceAll(one, ''), news),
      ),
    filed: (wanted) => seen.dossiers === (wanted ? 1 : 0),
    moves: (wanted) => (isSameFlow && after.step !== before.step) === wanted,
    stays: (wanted) => (isSameFlow && after.step === before.step) === wanted,
    asks: (wanted) => {
      const [name = '', of] = wanted.split('/').reverse()
      return openQuestion(after)?.name === name && (of === undefined || procedureWith(after.flow) === of)
    },
    leadsTo: (wanted) =>
      listed(wanted)
        .flatMap(alike)
        .some(told.length > 0 ? (one) => told.includes(one) : isOffered),
    tells: (wanted) => listed(wanted).some((one) => (one === '*' ? told.length > 0 : told.includes(one))),
    consents: (wanted) => seen.consents > 0 === wanted,
    remembers: (wanted) => Object.entries(wanted).every(isRemembered),
    cancels: (wanted) =>
      (before.flow !== undefined &&
        after.flow !== before.flow &&
        !after.drafts.some(({ flow }) => flow === before.flow)) === wanted,
  }
  return (Object.keys(condition) as (keyof Condition)[]).find(
    (part) => condition[part] !== undefined && !(holds[part] as (wanted: unknown) => boolean)(condition[part]),
  )
}

/** Something was done that no accepted outcome does: filed, agreed to, begun, stored, or thrown away. */
export function falseDeed(lab: Lab, seen: Seen, { accept }: Message): string | undefined {
  const { before, after } = seen
  if (seen.dossiers > 0) return 'it was filed'
  if (seen.consents > 0) return 'a consent was recorded'
  const wanted = accept.flatMap(({ leadsTo, asks = '' }) => [
    ...listed(leadsTo).flatMap(alike),
    ...(askAt(asks) ? [asks.split('/')[0]] : []),
  ])
  const told = PROCEDURES.find((one) => !wanted.includes(one) && flowOf(one) !== before.flow && isTold(lab, one, seen))
  if (told !== undefined) return `${flowOf(told)} was ${after.flow === flowOf(told) ? 'begun' : 'explained'}`
  const changed =
    after.flow === before.flow
      ? Object.entries(after.answers).find(([key, answer]) => !isDeepStrictEqual(answer, before.answers[key]))
      : undefined
  if (changed) return `${changed[0]} is now “${changed[1].shown}”`
  const isUnderWay = before.flow !== undefined && before.flow !== HOME && Object.keys(before.answers).length > 1
  const isKept = [after, ...after.drafts].some(({ flow }) => flow === before.flow)
  return isUnderWay && !isKept ? 'the answers are lost' : undefined
}

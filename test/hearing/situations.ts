import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Act, type Condition, listed, type Message } from './message.ts'

export interface Ask {
  key: string
  by?: Act
  is?: Readonly<Record<string, string>>
  with?: Readonly<Record<string, Act>>
}

/** A place to be at when something is said: a question (`procedure/question`), and what is done from there. */
export interface Situation {
  reach?: string
  with?: Readonly<Record<string, Act>>
  then?: readonly Act[]
}

interface Table {
  procedures: Readonly<Record<string, { flow: string; like?: string; asks?: Readonly<Record<string, Ask>> }>>
  situations: Readonly<Record<string, Situation>>
}

/** The first screen, which is no procedure. */
export const HOME = 'menu'

const { procedures, situations } = parse(readFileSync(new URL('situations.yaml', import.meta.url), 'utf8')) as Table

export const PROCEDURES: readonly string[] = Object.keys(procedures)
export const flowOf = (procedure: string): string => procedures[procedure]?.flow ?? ''
/** Who is led here was led to the other. */
export const alike = (procedure: string): string[] =>
  PROCEDURES.filter((it) => it === procedure || procedures[it]?.like === procedure)
export const asksOf = (procedure: string): Readonly<Record<string, Ask>> => procedures[procedure]?.asks ?? {}
export const procedureWith = (flow: string | undefined): string | undefined =>
  PROCEDURES.find((procedure) => flowOf(procedure) === flow)

export function askAt(place: string): Ask | undefined {
  const [procedure = '', question = ''] = place.split('/')
  return asksOf(procedure)[question]
}

export function situationOf({ at, path }: Message): Situation {
  const base = situations[at] ?? { reach: at }
  return { ...base, with: { ...base.with, ...path?.with }, then: [...(base.then ?? []), ...(path?.then ?? [])] }
}

/** What is wrong with a line itself, found before anything is played. */
export function slipIn({ id, at, accept, forbid = [], path }: Message): string | undefined {
  if (!situations[at] && !askAt(at)) return `${id}: there is no situation ${at}`
  if (accept.length === 0) return `${id}: nothing is accepted`
  const conditions: readonly Condition[] = [...accept, ...forbid]
  const questions = new Set(PROCEDURES.flatMap((procedure) => Object.keys(asksOf(procedure))))
  const asked = conditions.flatMap(({ saved = {}, remembers = {} }) => Object.keys({ ...saved, ...remembers }))
  const led = conditions.flatMap(({ leadsTo, tells }) => [...listed(leadsTo), ...listed(tells)])
  const unknown =
    [...asked, ...Object.keys(path?.with ?? {})].find((name) => !questions.has(name)) ??
    led.find((name) => name !== '*' && !PROCEDURES.includes(name))
  return unknown === undefined ? undefined : `${id}: there is no ${unknown}`
}

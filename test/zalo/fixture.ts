import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./fixtures/', import.meta.url)

/** One delivery per event name, invented in the true shape; `<event>.<variant>.json` is another shape of the same event. */
export const fixtureNames = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

export const fixture = (name: string): Buffer => readFileSync(new URL(`${name}.json`, folder))

/** The fixture with some members replaced. */
export const variant = (name: string, members: Record<string, unknown>): Buffer =>
  Buffer.from(JSON.stringify({ ...(JSON.parse(fixture(name).toString()) as object), ...members }))

export const CITIZEN = '7000000000000000011'
/** Midnight UTC of 1 May 2030, a few seconds before the fixtures were sent. */
export const MAY_FIRST = Date.parse('2030-05-01T00:00:00Z')

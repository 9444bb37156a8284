import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '../../../src/conversation/checks/table.ts'
import { CARD_FIELDS } from '../../../src/conversation/flow/flow-format.ts'
import type { CitizenEvent } from '../../../src/conversation/words/events.ts'
import { createCatalogue } from '../../../src/procedures/catalogue.ts'
import { planPublication } from '../../../src/procedures/publish.ts'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const SRC = join(import.meta.dirname, '../../../src')
const all = [...checks.values()]
const namesWhere = (holds: (check: (typeof all)[number]) => boolean) => all.filter(holds).map(({ name }) => name)

describe('what a check says of itself', () => {
  it('is a title of its own for who picks one', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    for (const { title } of all) expect(title).toMatch(/^\p{Lu}[^.]{3,}$/u)
  })

  it('is whether the answer is a person’s, so that a consent comes before it', () =>
    expect(namesWhere(({ personal }) => personal)).toEqual([
      ...['address', 'birthDate', 'citizenNumber', 'email', 'fullNameOrUnknown', 'oldIdentityNumber'],
      ...['personName', 'phone'],
    ]))

  it('is whether any sentence will do', () =>
    expect(namesWhere(({ free }) => free)).toEqual(['freeText', 'longText', 'shortText']))
})

const asking = (check: string, start: 'dong_y' | 'hoi'): string => `format: 1
flow: thu
version: 1
name: Thử
words: [thử]
mode: accept
start: ${start}
steps:
  dong_y: { say: Cho phép?, expect: consent, yes: { next: hoi }, no: { next: thoi } }
  thoi: { say: Thôi., expect: none, end: true }
  hoi: { say: Hỏi gì?, label: Hỏi, expect: text, check: ${check}, saveAs: thing, next: xem }
  xem: { say: Xem lại, expect: review, next: nop }
  nop: { say: Xong., expect: none, do: file, end: true }
`

describe('a question with the check', () => {
  const flowsWith = (check: string) => {
    const plan = planPublication(asking(check, 'dong_y'), [], 'test', 0)
    return plan.outcome === 'published' ? createCatalogue([plan.row]) : undefined
  }
  const contact: CitizenEvent = { type: 'CONTACT', name: 'Nguyễn Văn An', phone: '0912345678' }
  const point: CitizenEvent = { type: 'LOCATION', latitude: 9.17, longitude: 105.15 }
  const open = all.filter(({ name }) => flowsWith(name) !== undefined)

  it('can be asked in a flow of its own, unless it rests on another answer', () =>
    expect(open.map(({ name }) => name)).toEqual(namesWhere(({ samplesAfter }) => !samplesAfter)))

  it.each(all)('$name is told to wait for a consent when it asks for something personal', ({ name, personal }) => {
    const loaded = planPublication(asking(name, 'hoi'), [], 'test', 0)
    const told = loaded.outcome === 'published' ? [] : (JSON.stringify(loaded).match(/thông tin cá nhân/g) ?? [])
    expect(told.length > 0).toBe(personal)
  })

  it.each(open)(
    '$name takes a point on the map if it takes a spot or a commune, and a contact card if it takes a name or a number',
    ({ name, takes, free }) => {
      const flows = flowsWith(name)
      if (!flows) return
      const answered = (event: CitizenEvent): boolean => {
        const chat = createChat(flows)
        chat.says('#lam:thu', '#co')
        chat.send(event)
        const { context, step } = chat.session.position ?? {}
        return step === 'xem' || context?.proposal !== undefined
      }
      expect(answered(point)).toBe(takes === 'point' || takes === 'area')
      expect(answered(contact)).toBe(takes === 'phone' || takes === 'name' || free)
    },
  )
})

/** Names that answers, card fields and tables have too: `plate` is both a check and what a permit says. */
const shared = async (): Promise<ReadonlySet<string>> => {
  const flows = await flowsOfFiles()
  const answers = flows
    .offered()
    .flatMap(({ steps }) => [...steps.values()].flatMap((it) => ('saveAs' in it ? (it.saveAs ?? []) : [])))
  return new Set([...answers, ...CARD_FIELDS, 'area', 'place', 'email', 'commune'])
}

it('is named in no list outside the checks: whoever adds one says there what it is', async () => {
  const alsoElsewhere = await shared()
  const own = all.map(({ name }) => name).filter((name) => !alsoElsewhere.has(name))
  expect(own.length).toBeGreaterThan(20)
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith('conversation/checks/'),
  )
  const said = files.flatMap((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const quoted = own.filter((name) =>
      new RegExp(`['"\`]${name}(?: \\d+)?['"\`]|^\\s+${name}: ['"\`/]`, 'm').test(text),
    )
    return quoted.map((what) => `${path}: ${what}`)
  })
  expect(said).toEqual([])
})

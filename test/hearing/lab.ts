import { DESK, posted } from '../dossiers/posted.ts'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import type { Answer, Session } from '../../src/conversation/words/session.ts'
import type { OfficerAct } from '../../src/dossiers/acts/act.ts'
import type { FlowFile } from '../../src/conversation/flow/flow-format.ts'
import type { CitizenId, StaffId } from '../../src/kernel/ids.ts'
import { load } from '../../src/procedures/load.ts'
import { readFlowFolders } from '../../src/procedures/read-folder.ts'
import type { PhoneMessage } from '../../src/simulator/transcript.ts'
import { runProgram } from '../program/running.ts'
import type { Act } from './message.ts'
import { cardPhoto, emptyPdf, plainPhoto } from './pictures.ts'
import { createTogether } from './together.ts'

/** A Sunday. */
const BEGINNING = Date.parse('2026-11-22T09:30:00+07:00')
/** The program looks for what has become due about once a second. */
const SWEPT = 1_600

export interface Said {
  text: string
  /** The title, and what a tap sends. */
  buttons: readonly { title: string; payload: string }[]
}

export type Stored = Pick<Answer, 'value' | 'shown'>
export type Answers = Readonly<Record<string, Stored>>

/** Where a citizen stands, as far as it is judged. */
export interface State {
  flow?: string
  step?: string
  /** What the open question is for: `consent`, `card`, `review`, `pick`, or the name its answer is stored under. */
  asked?: string
  isOptional: boolean
  answers: Answers
  /** Readings that wait for a yes. */
  proposed: readonly Stored[]
  drafts: readonly { flow: string; answers: Answers }[]
  /** At the question whether a card may be read: it may. */
  agreedToCard: boolean
}

export type Lab = Awaited<ReturnType<typeof openLab>>

/** The whole program in this process with the simulator as Zalo, and a clock of its own. All that knows how it looks inside. */
export async function openLab() {
  let clock = BEGINNING
  const running = await runProgram({ now: () => clock })
  const { phone, program, engine } = running
  const flows = new Map(
    readFlowFolders(fileURLToPath(new URL('../../flows', import.meta.url))).map(({ flow, text }) => [
      flow,
      fileIn(text),
    ]),
  )

  let met = 0
  const heard = (citizen: string) =>
    phone
      .transcript(citizen)
      .filter(({ from }) => from === 'oa')
      .map(toSaid)
  /** What was said since the citizen's last word. */
  const lastSaid = (citizen: string): Said[] => {
    const messages = phone.transcript(citizen)
    return messages
      .slice(messages.findLastIndex(({ from }) => from === 'citizen') + 1)
      .filter(({ from }) => from === 'oa')
      .map(toSaid)
  }

  const tap = (citizen: string, wanted: string) => {
    const buttons = heard(citizen)
      .reverse()
      .flatMap((said) => said.buttons)
    const button = buttons.find(
      ({ title, payload }) => title === wanted || payload === `#${wanted}` || payload.endsWith(`.${wanted}`),
    )
    return button ? phone.taps(citizen, button.title) : phone.says(citizen, `#${wanted}`)
  }

  const decide = async (citizen: string, acts: readonly (string | { ask: string })[]) => {
    const [dossier] = await program.dossiers.ofCitizen(citizen as CitizenId, 1)
    if (!dossier) throw new Error('no dossier to decide about')
    for (const one of acts) {
      const revision = (await program.dossiers.find(dossier.id))?.revision ?? 0
      const act = (typeof one === 'string' ? { type: one } : { type: 'ask', question: one.ask }) as OfficerAct
      const doer = { id: 's1' as StaffId, name: 'Lê Cán Bộ', postings: posted(DESK) }
      const { outcome } = await program.casework.byOfficer.act({ dossier: dossier.id, revision, act, doer })
      if (outcome !== 'done') throw new Error(`the act ${act.type} is ${outcome}`)
    }
  }

  const carryOut = async ({ citizen, act }: { citizen: string; act: Act }): Promise<void> => {
    if (typeof act === 'string') return void (await phone.says(citizen, act).fate)
    if ('tap' in act) return void (await tap(citizen, act.tap).fate)
    if ('photo' in act) {
      const shades = { card: [], plain: [120], two: [120, 160] }[act.photo]
      const photos = act.photo === 'card' ? [cardPhoto] : await Promise.all(shades.map(plainPhoto))
      return void (await Promise.all(phone.sendsPhotos(citizen, photos, act.caption).map(({ fate }) => fate)))
    }
    if ('pdf' in act) return void (await phone.sendsFile(citizen, act.pdf, emptyPdf).fate)
    if ('sticker' in act) return void (await phone.sendsSticker(citizen).fate)
    if ('voice' in act) return void (await phone.sendsOther(citizen, 'voice', `${running.publicUrl}/v.amr`).fate)
    if ('location' in act) {
      const [latitude, longitude] = act.location
      return void (await phone.sendsLocation(citizen, { latitude, longitude }).fate)
    }
    if ('contact' in act) return void (await phone.sendsContact(citizen, act.contact).fate)
    if ('staff' in act) return decide(citizen, act.staff)
    clock = 'at' in act ? Date.parse(`${act.at}:00+07:00`) : clock + act.wait
    await new Promise((resolve) => setTimeout(resolve, SWEPT))
  }

  const together = createTogether<{ citizen: string; act: Act }>(async (deeds) => {
    const results = await Promise.allSettled(deeds.map(carryOut))
    await running.settled()
    // A timer that has just rung may have something to say.
    await new Promise((resolve) => setTimeout(resolve, 5))
    await running.settled()
    return results
  })

  return {
    flows,
    heard,
    lastSaid,
    newCitizen: () => `7000000000${String(++met).padStart(9, '0')}`,
    turn: (citizen: string, act: Act) => together.act({ citizen, act }),
    together: together.run,
    resetClock: () => void (clock = BEGINNING),
    stateOf: async (citizen: string): Promise<State> =>
      toState((await program.turns.conversations.load(citizen as CitizenId)).session, flows),
    /** How often this citizen said yes to the use of data. */
    consentsOf: async (citizen: string): Promise<number> => {
      const { consents } = engine.tables
      const rows = await engine.read
        .select()
        .from(consents)
        .where(eq(consents.citizen, citizen as CitizenId))
      return rows.filter(({ given }) => given === 1).length
    },
    dossiersOf: async (citizen: string): Promise<number> =>
      (await program.dossiers.ofCitizen(citizen as CitizenId, 50)).length,
    close: () => running.close(),
  }
}

function fileIn(text: string): FlowFile {
  const loaded = load(text)
  if (!loaded.ok) throw new Error(loaded.findings[0]?.message)
  return loaded.source.file
}

const toSaid = ({ content }: PhoneMessage): Said =>
  content.type === 'text'
    ? {
        text: content.text,
        buttons: (content.buttons ?? []).map(({ title, payload }) => ({
          title,
          payload: typeof payload === 'string' ? payload : '',
        })),
      }
    : { text: `<${content.type}> ${'caption' in content ? (content.caption ?? '') : ''}`, buttons: [] }

/** Files have no words: they are stored as how many there are. */
const toStored = ({ value, shown, attachments }: Answer): Stored => ({
  value: value === '' && attachments?.length ? `${attachments.length} files` : value,
  shown,
})
const plain = (answers: Readonly<Record<string, Answer>> = {}): Answers =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, toStored(answer)]))

const NAMED_BY_KIND = new Set(['consent', 'card', 'review', 'pick'])

function toState({ position, drafts }: Session, flows: ReadonlyMap<string, FlowFile>): State {
  const step = position && flows.get(position.flow)?.steps[position.step]
  const { answers, proposal, card } = position?.context ?? {}
  const asked =
    step &&
    (NAMED_BY_KIND.has(step.expect ?? '') ? step.expect : ((step as { saveAs?: string }).saveAs ?? position.step))
  return {
    ...(position && { flow: position.flow, step: position.step }),
    ...(asked !== undefined && { asked }),
    isOptional: (step as { optional?: boolean } | undefined)?.optional === true,
    answers: plain(answers),
    proposed: proposal ? [proposal, ...(proposal.otherwise ? [proposal.otherwise] : [])] : [],
    drafts: drafts.map((draft) => ({ flow: draft.flow, answers: plain(draft.context.answers) })),
    agreedToCard: card?.agreed === true,
  }
}

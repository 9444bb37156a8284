import { tapped, writePayload } from '../conversation/words/payload.ts'
import type { World, Flows } from '../conversation/flow/compiled-flow.ts'
import type { CitizenEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import { NEW_SESSION, type Effect, type FactsEvent, type Option, type Session } from '../conversation/words/session.ts'
import { takeTurn } from '../conversation/take-turn.ts'
import { MODEL_NOW } from '../conversation/step/walk.ts'
import { beginningOf, tidy } from '../kernel/text.ts'
import type { AttachmentId, DossierId } from '../kernel/ids.ts'
import type { Case, Line } from './read-examples.ts'
import { SAMPLE_CARD } from './sample-card.ts'

export interface Played {
  /** In the author's language, empty when the example came out as written. */
  failures: string[]
  /** The line of talk, counted from 0, at which the program gave up. */
  brokenAt?: number
  /** Steps `flow/step` at which the conversation rested, or which it ended by. */
  visited: string[]
  /** Where it rests before each line of talk, counted from 0, and after the last. */
  rests: string[]
  hasEnded: boolean
  transcript: string[]
  /** What would have been filed on the way, in its order. */
  filings: Extract<Effect, { type: 'file' }>[]
}

const BROKEN = 'chương trình không diễn được dòng này'

const HANDING_IN: ReadonlySet<Effect['type']> = new Set(['file', 'supplement', 'rate', 'withdraw'])

const toOptions = (options: Extract<Line, { options?: unknown }>['options'] = []): Option[] =>
  options.map(({ key, label, facts, answers }) => ({
    key,
    label,
    ...(facts && { facts }),
    ...(answers && { answers }),
  }))

/** Spaces and line breaks are no part of what a sentence says. */
const plain = (text: string): string => tidy(text).replace(/\s+/g, ' ')

const renderMessage = (message: OutgoingMessage): string =>
  message.type === 'text'
    ? [message.text, ...(message.choices ?? []).map((choice) => `[${choice.label}]`)].join('\n')
    : `<${message.type}>`

/** Rehearses an example with no database and no Zalo. */
export function play({ talk, start, at: moment }: Case, flows: Flows): Played {
  const world: World = { now: moment === undefined ? MODEL_NOW : Date.parse(`${moment}:00+07:00`), flows }
  const played: Played = { failures: [], visited: [], rests: [], hasEnded: false, transcript: [], filings: [] }
  let session: Session = NEW_SESSION
  let said: string[] = []
  let files = 0
  let isPausing = false
  let handedIn = 0

  const take = (event: CitizenEvent | FactsEvent): void => {
    const turned = takeTurn(session, event, world)
    session = turned.session
    const { position } = session
    played.visited.push(position ? `${position.flow}/${position.step}` : 'end')
    for (const effect of turned.effects) {
      if (effect.type === 'say') said.push(renderMessage(effect.message))
      if (effect.type === 'send permit') said.push('<picture>')
      if (effect.type === 'file') played.filings.push(effect)
      if (effect.type === 'file' || effect.type === 'supplement') handedIn++
      if (effect.type === 'timer' && effect.timer === 'album') isPausing = effect.at !== null
    }
    if (turned.effects.some((effect) => HANDING_IN.has(effect.type))) played.hasEnded = true
  }

  const isCardAsked = (): boolean => {
    const { position } = session
    const step = position && flows.pinned(position.flow, position.version)?.steps.get(position.step)
    return step?.expect === 'card'
  }

  const send = (what: Extract<Line, { citizenSends: unknown }>['citizenSends']): void => {
    if (what === 'sticker' || what === 'voice') return take({ type: 'UNSUPPORTED', what })
    const attachment = `file-${++files}` as AttachmentId
    take({
      type: 'FILE',
      attachment,
      kind: what === 'document' || what === 'wrong file' ? 'document' : 'photo',
      url: 'https://files.example.test/1',
    })
    if (!session.fetching.includes(attachment)) return
    if (isCardAsked()) {
      return take(
        what === 'card'
          ? { type: 'CARD_READ', attachment, card: SAMPLE_CARD }
          : { type: 'CARD_UNREADABLE', attachment, because: what === 'wrong file' ? 'wrong type' : 'no code' },
      )
    }
    take(
      what === 'wrong file'
        ? { type: 'FILE_REFUSED', attachment, because: 'wrong type' }
        : { type: 'FILE_STORED', attachment },
    )
  }

  const check = (parts: readonly string[], title: string): void => {
    let rest = plain(said.join('\n'))
    for (const part of parts) {
      const found = rest.indexOf(plain(part))
      if (found < 0)
        return void played.failures.push(`Chờ “${part}”${title}, nhưng nhận được: ${plain(said.join(' / '))}`)
      rest = rest.slice(found + plain(part).length)
    }
  }

  const follow = (line: Line): void => {
    // The pause after an album ends before anything else happens.
    if (isPausing && !('citizenSends' in line)) {
      isPausing = false
      take({ type: 'TIME_CAME', timer: 'album' })
    }
    const acts = !('botSays' in line || 'botDoesNotSay' in line || 'filed' in line)
    if (acts) {
      played.transcript.push(...said)
      said = []
    }
    const last = played.transcript.at(-1)
    if ('citizenSays' in line) take({ type: 'TEXT', text: line.citizenSays })
    else if ('citizenSends' in line) send(line.citizenSends)
    else if ('officerAsks' in line)
      take({
        type: 'SUPPLEMENT_ASKED',
        dossier: `dossier-${line.code}` as DossierId,
        code: line.code,
        question: line.officerAsks,
      })
    else if ('programFinds' in line)
      take(
        line.programFinds === 'nothing'
          ? { type: 'FACTS', found: false, facts: {} }
          : {
              type: 'FACTS',
              found: true,
              facts: line.programFinds,
              ...('options' in line && { options: toOptions(line.options) }),
            },
      )
    else if ('botSays' in line)
      check([line.botSays].flat(), last === undefined ? '' : ` sau “${beginningOf(plain(last), 60)}…”`)
    else if ('botDoesNotSay' in line) {
      if (plain(said.join('\n')).includes(plain(line.botDoesNotSay)))
        played.failures.push(`Không được nói “${line.botDoesNotSay}”.`)
    } else if (String(handedIn) !== line.filed)
      played.failures.push(`Chờ ${line.filed} hồ sơ được gửi, có ${handedIn}.`)
  }
  let at = 0
  try {
    if (start !== undefined) take({ type: 'TEXT', text: tapped(writePayload({ to: 'begin', flow: start })) })
    for (; at < talk.length; at++) {
      played.rests.push(played.visited.at(-1) ?? 'end')
      follow(talk[at]!)
    }
    played.rests.push(played.visited.at(-1) ?? 'end')
  } catch (error) {
    // Whatever an author writes is an answer or a finding; what broke is ours to mend, and the other examples go on.
    played.failures.push(`${BROKEN} (${error instanceof Error ? error.name : 'lỗi'}).`)
    played.brokenAt = at
  }
  played.transcript.push(...said)
  return played
}

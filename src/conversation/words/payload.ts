export type Command = 'menu' | 'back' | 'cancel' | 'resume' | 'help' | 'why' | 'person'

/**
 * What a button of ours says when it is tapped. How it is written stays for ever: buttons of years ago lie in chats. `answer`
 * names its step, so that a second tap on an old button cannot answer the next question; a bare `key` is any other word.
 */
export type Payload =
  | { to: 'steer'; command: Command }
  | { to: 'begin' | 'begin anew' | 'go on' | 'tell'; flow: string }
  /** Tells where a matter is done that cannot be done here. */
  | { to: 'elsewhere'; id: string }
  /** An officer waits for a reply about this dossier. */
  | { to: 'reply'; dossier: string }
  /** To take this dossier back; `code` is its own. */
  | { to: 'withdraw'; code: string }
  | { to: 'answer'; step: string; key: string }
  | { to: 'key'; key: string }

export const COMMAND_KEYS: Readonly<Record<Command, string>> = {
  menu: 'menu',
  back: 'quay-lai',
  cancel: 'huy',
  resume: 'tiep-tuc',
  help: 'tro-giup',
  why: 'vi-sao',
  person: 'gap-nguoi',
}

type AboutFlow = Extract<Payload, { flow: string }>['to']
const VERBS: Readonly<Record<AboutFlow | 'reply' | 'elsewhere' | 'withdraw', string>> = {
  begin: 'lam',
  'begin anew': 'lam-moi',
  'go on': 'tiep-tuc',
  tell: 'thong-tin',
  reply: 'bo-sung',
  elsewhere: 'noi-khac',
  withdraw: 'rut-ma',
}

/** Questions of the session itself are answered as if they were steps of these names. */
export const ASKED_BY_SESSION = { cancel: 'huy', remember: 'nho', learn: 'hoc-them', amend: 'sua-cau' } as const

/** Keys that questions have beside the choices of their file. */
export const STEP_KEYS = {
  yes: 'dung',
  /** The second reading. */
  other: 'hai',
  no: 'khong',
  keep: 'giu-nguyen',
  skip: 'bo-qua',
  done: 'xong',
  rewrite: 'ghi-lai',
  /** All answers of an earlier filing. */
  useAgain: 'dung-lai',
  submit: 'nop',
  correct: 'sua',
  agreeToCard: 'dong-y',
  typeInstead: 'tu-nhap',
  newPhoto: 'chup-lai',
  /** One more person, where people are asked about one after another; and this one not. */
  addPerson: 'them-nguoi',
  dropPerson: 'bo-nguoi',
  /** None of the choices that were asked back with. No choice of a file can have this key. */
  others: 'muc.khac',
} as const

const { skip, keep, done, useAgain, agreeToCard, typeInstead, newPhoto, addPerson, dropPerson } = STEP_KEYS

/** Payloads that mean something at every question. A choice of a file may not take one of them as its key. */
export const RESERVED_KEYS: readonly string[] = [
  ...new Set([...Object.values(COMMAND_KEYS), ...Object.values(VERBS), ...Object.values(ASKED_BY_SESSION)]),
  ...[skip, keep, done, useAgain, agreeToCard, typeInstead, newPhoto, addPerson, dropPerson],
]

/** The key of a choice. Names of flows and steps contain neither `:` nor `.`. */
export function writePayload(payload: Payload): string {
  switch (payload.to) {
    case 'steer':
      return COMMAND_KEYS[payload.command]
    case 'reply':
      return `${VERBS.reply}:${payload.dossier}`
    case 'elsewhere':
      return `${VERBS.elsewhere}:${payload.id}`
    case 'withdraw':
      return `${VERBS.withdraw}:${payload.code}`
    case 'answer':
      return `${payload.step}.${payload.key}`
    case 'key':
      return payload.key
    default:
      return `${VERBS[payload.to]}:${payload.flow}`
  }
}

/** The text as which a choice comes back when it is tapped (zalo-oa §3.1). */
export const tapped = (key: string): string => `#${key}`

/** A tapped button; ordinary text that happens to begin with `#` is none. */
export function readPayload(text: string): Payload | undefined {
  const written = /^#([a-z0-9][a-zA-Z0-9_.:-]{0,200})$/.exec(text.trim())?.[1]
  if (written === undefined) return undefined
  const [, verb, object = ''] = /^([a-z-]+):(.*)$/.exec(written) ?? []
  if (verb === VERBS.reply) return { to: 'reply', dossier: object }
  if (verb === VERBS.elsewhere) return { to: 'elsewhere', id: object }
  if (verb === VERBS.withdraw) return { to: 'withdraw', code: object }
  const about = (Object.keys(VERBS) as (keyof typeof VERBS)[]).find((it) => VERBS[it] === verb)
  if (about !== undefined && about !== 'reply' && about !== 'elsewhere' && about !== 'withdraw')
    return { to: about, flow: object }
  const [, step, key] = /^([^.]*)\.(.*)$/.exec(written) ?? []
  if (step !== undefined && key !== undefined) return { to: 'answer', step, key }
  const command = (Object.keys(COMMAND_KEYS) as Command[]).find((it) => COMMAND_KEYS[it] === written)
  return command ? { to: 'steer', command } : { to: 'key', key: written }
}

/** What a payload says to the step: its own key, or a bare one; undefined when it is meant for something else. */
export function keyFor(step: string, payload: Payload): string | undefined {
  if (payload.to === 'answer') return payload.step === step ? payload.key : undefined
  return payload.to === 'key' ? payload.key : undefined
}

import { SECOND } from '../kernel/clock.ts'

/** A button under a message of the OA, in Zalo's words (zalo-oa §3.1). */
export type Button =
  | { type: 'oa.query.show' | 'oa.query.hide'; title: string; payload: string }
  | { type: 'oa.open.url'; title: string; payload: { url: string } }
  | { type: 'oa.open.phone'; title: string; payload: { phone_code: string } }
  | { type: 'oa.open.sms'; title: string; payload: { content: string; phone_code: string } }

export type Content =
  | { type: 'text'; text: string; buttons?: readonly Button[] }
  | { type: 'picture'; url: string; thumbnail: string; caption?: string }
  | { type: 'document'; name: string; bytes: number; url: string }
  | { type: 'location'; latitude: string; longitude: string }
  | { type: 'sticker'; url: string }
  | { type: 'contact'; name: string; phone: string }
  | { type: 'request for contact'; title: string; subtitle: string }
  | { type: 'other'; what: 'voice' | 'video' | 'link'; url: string }
  /** A line in the middle of the chat. */
  | { type: 'notice'; what: 'followed' | 'unfollowed' | 'opened the chat' | 'blocked' | 'unblocked' }

/** Of a citizen's message: whether the webhook took it. Of the OA's: whether it was seen. */
export type MessageState = 'sending' | 'retrying' | 'accepted' | 'lost' | 'received' | 'seen'

export interface PhoneMessage {
  /** Counts from 1 for each citizen, without gaps. */
  seq: number
  /** Grows with every change in this citizen's transcript: what changed since then can be asked for. */
  rev: number
  id: string
  at: number
  from: 'citizen' | 'oa'
  content: Content
  state: MessageState
  /** Sent by a button that shows nothing in the chat. */
  hidden?: true
  /** What stands above it on the screen; a notice is from nobody. */
  above?: Above
}

interface Above {
  from?: 'citizen' | 'oa'
  at: number
}

type NewMessage = Omit<PhoneMessage, 'seq' | 'rev' | 'above'>
type Watcher = (message: PhoneMessage) => void

interface Kept {
  rev: number
  nextSeq: number
  messages: PhoneMessage[]
  watchers: Set<Watcher>
  lowest?: Above
}

export type Transcripts = ReturnType<typeof createTranscripts>

/** What each phone shows, both directions, the newest `limit` messages. */
export function createTranscripts(limit: number) {
  const kept = new Map<string, Kept>()

  function open(citizen: string): Kept {
    let found = kept.get(citizen)
    if (!found) kept.set(citizen, (found = { rev: 0, nextSeq: 1, messages: [], watchers: new Set() }))
    return found
  }

  function watch(citizen: string, watcher: Watcher): () => void {
    const { watchers } = open(citizen)
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  }

  const of = (citizen: string): readonly PhoneMessage[] => kept.get(citizen)?.messages.slice(-limit) ?? []

  return {
    of,
    watch,

    add(citizen: string, message: NewMessage): PhoneMessage {
      const transcript = open(citizen)
      const { lowest: above } = transcript
      const added = { ...message, seq: transcript.nextSeq++, rev: ++transcript.rev, ...(above && { above }) }
      const { from, at, content, hidden } = message
      if (!hidden) transcript.lowest = content.type === 'notice' ? { at } : { from, at }
      transcript.messages.push(added)
      // Cut in large pieces, so that adding stays O(1) on average.
      if (transcript.messages.length >= 2 * limit) transcript.messages = transcript.messages.slice(-limit)
      for (const watcher of transcript.watchers) watcher(added)
      return added
    },

    mark(citizen: string, seq: number, state: MessageState): void {
      const transcript = open(citizen)
      const message = transcript.messages[seq - (transcript.messages[0]?.seq ?? 0)]
      if (!message || message.state === state) return
      message.state = state
      message.rev = ++transcript.rev
      for (const watcher of transcript.watchers) watcher(message)
    },

    /** What was added or changed after revision `rev`, in the order of the chat. */
    since: (citizen: string, rev: number): PhoneMessage[] => of(citizen).filter((message) => message.rev > rev),

    /** The first message after `after` (a `seq`) that fits, now or within so many milliseconds; else it rejects. */
    waitFor(
      citizen: string,
      fits: (message: PhoneMessage) => boolean,
      { within = 5 * SECOND, after = 0 }: { within?: number; after?: number } = {},
    ): Promise<PhoneMessage> {
      const wanted = (message: PhoneMessage) => message.seq > after && fits(message)
      const there = of(citizen).find(wanted)
      if (there) return Promise.resolve(there)
      return new Promise((resolve, reject) => {
        const stop = watch(citizen, (message) => {
          if (!wanted(message)) return
          clearTimeout(timer)
          stop()
          resolve(message)
        })
        const timer = setTimeout(() => {
          stop()
          const last = JSON.stringify(of(citizen).at(-1)?.content) ?? 'nothing'
          reject(new Error(`no such message within ${within} ms; the last one was ${last}`))
        }, within)
      })
    },
  }
}

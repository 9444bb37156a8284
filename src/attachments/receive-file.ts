import { type Clock, DAY, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { accept } from './accept.ts'
import type { Attachment } from './attachment.ts'
import type { Download } from './fetch.ts'
import type { Attachments, Fetched, FileStore, HeldContents } from './ports.ts'
import type { CardReading } from './read-card.ts'
import type { Room } from './room.ts'

/** Six attempts within about two minutes; nobody waits longer in a chat, and Zalo's addresses may not last. */
const ATTEMPTS = 6
/** An address that says its file is not there may only be slow to learn of it. */
const ATTEMPTS_IF_GONE = 2

/** Of one citizen within 24 hours: several whole dossiers, and less than a disk. */
export const DAILY = { files: 150, bytes: 400 * 1024 * 1024 }

interface ReceiveFilePorts {
  attachments: Pick<Attachments, 'find' | 'settle' | 'sentSince'> & HeldContents
  files: Pick<FileStore, 'put' | 'has' | 'remove'>
  room: Room
  download: (url: string) => Promise<Download>
  readCard: (picture: Uint8Array) => Promise<CardReading>
  /** News for this citizen's conversation, or a time to look again. */
  ring: (news: { citizen: CitizenId } | { attachment: AttachmentId; isCard: boolean; delayFor: number }) => void
  /** Hears of each file that was refused, and why. */
  refused?: (because: string) => void
  now: Clock
  log: Log
}

/** A file that was judged and is still to be written. */
type Judged = Exclude<Fetched, { outcome: 'stored' }> | { outcome: 'accepted'; mime: string; content: Buffer }

/** Answers the bells of files and cards: brings one home, judges it by its content, and tells the conversation. */
export function createReceiveFile({
  attachments,
  files,
  room,
  download,
  readCard,
  ring,
  refused,
  now,
  log,
}: ReceiveFilePorts) {
  const refuseUnfetched = async ({ citizen, purpose }: Attachment): Promise<Judged | undefined> => {
    // The picture of a card takes no room.
    if (purpose !== 'card' && !(await room.isLeft())) {
      log.error({}, 'the disk is nearly full: no file is taken in')
      return { outcome: 'refused', because: 'no room' }
    }
    const sent = await attachments.sentSince(citizen, now() - DAY)
    return sent.files > DAILY.files || sent.bytes > DAILY.bytes
      ? { outcome: 'refused', because: 'too many' }
      : undefined
  }

  const judge = async ({ kind, purpose }: Attachment, content: Buffer): Promise<Judged> => {
    const judged = await accept(kind, content)
    if (judged.outcome === 'refused') return judged
    // The picture of a card is read and let go; it is never written to a file.
    if (purpose === 'card') return readCard(content)
    return { outcome: 'accepted', mime: judged.mime, content }
  }

  const fetchOnce = async (attachment: Attachment): Promise<Judged> => {
    const attempts = attachment.attempts + 1
    const again = (allowed: number, reason: string): Judged => {
      log.warn({ attachment: attachment.id, attempts, reason }, 'fetch failed')
      if (attempts >= allowed) return { outcome: 'refused', because: 'unreachable' }
      return { outcome: 'later', notBefore: now() + Math.min(MINUTE, 2 * SECOND * 2 ** attachment.attempts) }
    }
    const downloaded = await download(attachment.url)
    switch (downloaded.outcome) {
      case 'fetched':
        return judge(attachment, downloaded.content)
      case 'too large':
        return { outcome: 'refused', because: 'too large' }
      case 'forbidden':
        if (downloaded.host === undefined) return { outcome: 'refused', because: 'unreachable' }
        log.error({ host: downloaded.host }, 'a file lies at a host that is not fetched from (see ZALO_FILE_HOSTS)')
        return { outcome: 'refused', because: 'unknown host' }
      case 'gone':
        return again(ATTEMPTS_IF_GONE, 'gone')
      case 'failed':
        return again(ATTEMPTS, downloaded.reason)
    }
  }

  const store = async (id: AttachmentId, { mime, content }: Extract<Judged, { outcome: 'accepted' }>) => {
    const sha256 = await files.put(content)
    const stored = { outcome: 'stored', sha256, mime, bytes: content.length } as const
    if ((await attachments.settle(id, stored, now())) === 'ignored') {
      // The citizen asked to be forgotten while it was under way; or another worker brought it, and its row holds it.
      await files.remove(sha256, async () => (await attachments.heldAmong([sha256])).has(sha256))
      return
    }
    // Before our row held it, somebody may have thrown the same content away as nobody's.
    if (!(await files.has(sha256))) await files.put(content)
  }

  return async (id: AttachmentId): Promise<void> => {
    const attachment = await attachments.find(id)
    if (attachment?.state !== 'waiting') return
    const judged = (await refuseUnfetched(attachment)) ?? (await fetchOnce(attachment))
    if (judged.outcome === 'refused') refused?.(judged.because)
    if (judged.outcome === 'accepted') await store(id, judged)
    else await attachments.settle(id, judged, now())
    if (judged.outcome === 'later')
      ring({ attachment: id, isCard: attachment.purpose === 'card', delayFor: judged.notBefore - now() })
    else ring({ citizen: attachment.citizen })
  }
}

import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { accept } from './accept.ts'
import type { Attachment } from './attachment.ts'
import type { Download } from './fetch.ts'
import type { Attachments, Fetched, FileStore, HeldContents } from './ports.ts'
import type { CardReading } from './read-card.ts'

/** Six attempts within about ten minutes; nobody waits longer in a chat, and Zalo's addresses may not last. */
const ATTEMPTS = 6

interface TakeInPorts {
  attachments: Pick<Attachments, 'find' | 'settle'> & HeldContents
  files: Pick<FileStore, 'put' | 'has' | 'remove'>
  download: (url: string) => Promise<Download>
  readCard: (picture: Uint8Array) => Promise<CardReading>
  /** News for this citizen's conversation, or a time to look again. */
  ring: (news: { citizen: CitizenId } | { attachment: AttachmentId; delayFor: number }) => void
  now: Clock
  log: Log
}

/** A file that was judged and is still to be written. */
type Judged = Exclude<Fetched, { outcome: 'stored' }> | { outcome: 'accepted'; mime: string; content: Buffer }

/** Answers the fetch bell: brings one file home, judges it by its content, and tells the conversation. */
export function createTakeIn({ attachments, files, download, readCard, ring, now, log }: TakeInPorts) {
  const fetchOnce = async (attachment: Attachment): Promise<Judged> => {
    const downloaded = await download(attachment.url)
    switch (downloaded.outcome) {
      case 'fetched': {
        const judged = await accept(attachment.kind, downloaded.content)
        if (judged.outcome === 'refused') return judged
        // The picture of a card is read and let go; it is never written to a file.
        if (attachment.purpose === 'card') return readCard(downloaded.content)
        return { outcome: 'accepted', mime: judged.mime, content: downloaded.content }
      }
      case 'too large':
        return { outcome: 'refused', because: 'too large' }
      case 'forbidden':
        return { outcome: 'refused', because: 'unreachable' }
      case 'failed':
        log.warn(
          { attachment: attachment.id, attempts: attachment.attempts + 1, reason: downloaded.reason },
          'fetch failed',
        )
        if (attachment.attempts + 1 >= ATTEMPTS) return { outcome: 'refused', because: 'unreachable' }
        return { outcome: 'later', notBefore: now() + Math.min(5 * MINUTE, 2 * SECOND * 4 ** attachment.attempts) }
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
    const judged = await fetchOnce(attachment)
    if (judged.outcome === 'accepted') await store(id, judged)
    else await attachments.settle(id, judged, now())
    if (judged.outcome === 'later') ring({ attachment: id, delayFor: judged.notBefore - now() })
    else ring({ citizen: attachment.citizen })
  }
}

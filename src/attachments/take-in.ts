import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { accept } from './accept.ts'
import type { Attachment } from './attachment.ts'
import type { Download } from './fetch.ts'
import type { Attachments, Fetched, FileStore } from './ports.ts'
import type { CardReading } from './read-card.ts'

/** Six attempts within about ten minutes; nobody waits longer in a chat, and Zalo's addresses may not last. */
const ATTEMPTS = 6

interface TakeInPorts {
  attachments: Attachments
  files: FileStore
  download: (url: string) => Promise<Download>
  readCard: (picture: Uint8Array) => Promise<CardReading>
  /** News for this citizen's conversation, or a time to look again. */
  ring: (news: { citizen: CitizenId } | { attachment: AttachmentId; delayFor: number }) => void
  now: Clock
  log: Log
}

/** Answers the fetch bell: brings one file home, judges it by its content, and tells the conversation. */
export function createTakeIn({ attachments, files, download, readCard, ring, now, log }: TakeInPorts) {
  const fetchOnce = async (attachment: Attachment): Promise<Fetched> => {
    const downloaded = await download(attachment.url)
    switch (downloaded.outcome) {
      case 'fetched': {
        const judged = await accept(attachment.kind, downloaded.content)
        if (judged.outcome === 'refused') return judged
        // The picture of a card is read and let go; it never touches the disk.
        if (attachment.purpose === 'card') return readCard(downloaded.content)
        const sha256 = await files.put(downloaded.content)
        return { outcome: 'stored', sha256, mime: judged.mime, bytes: downloaded.content.length }
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

  return async (id: AttachmentId): Promise<void> => {
    const attachment = await attachments.find(id)
    if (attachment?.state !== 'waiting') return
    const fetched = await fetchOnce(attachment)
    await attachments.settle(id, fetched, now())
    if (fetched.outcome === 'later') ring({ attachment: id, delayFor: fetched.notBefore - now() })
    else ring({ citizen: attachment.citizen })
  }
}

import { join } from 'node:path'
import { createDownload } from '../attachments/fetch.ts'
import { createFileStore } from '../attachments/file-store.ts'
import { createCardReader } from '../attachments/read-card.ts'
import { createRoom } from '../attachments/room.ts'
import { createReceiveFile } from '../attachments/receive-file.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import { createAttachments } from '../storage/attachments.ts'
import type { Engine } from '../storage/engine/engine.ts'
import type { Metrics } from './health-routes.ts'
import { ZALO } from '../zalo/channel.ts'
import { simulatorOrigin, type ZaloAccount } from './open-zalo.ts'

interface AttachmentParts {
  engine: Engine
  zalo: ZaloAccount
  dataDir: string
  doorbell: Doorbell
  metrics: Metrics
  now: Clock
  log: Log
}

/** The files that citizens send: their rows, their bytes, and what fetches and reads them. */
export function openAttachments({ engine, zalo, dataDir, doorbell, metrics, now, log }: AttachmentParts) {
  const attachments = createAttachments(engine)
  const files = createFileStore(join(dataDir, 'files'), engine.codec)
  const cards = createCardReader()
  const receiveFile = createReceiveFile({
    attachments,
    files,
    room: createRoom(dataDir, now),
    download: createDownload({
      simulatorOrigin: simulatorOrigin(zalo.apiUrl),
      hosts: [...ZALO.fileHosts, ...(zalo.fileHosts ?? [])],
    }),
    refused: metrics.fileRefused,
    readCard: cards.read,
    ring: (news) =>
      'citizen' in news
        ? doorbell.ring('turn', news.citizen)
        : doorbell.ring(news.isCard ? 'card' : 'fetch', news.attachment, news.delayFor),
    now,
    log,
  })
  return { attachments, files, cards, receiveFile }
}

import { startFileSweep } from '../attachments/sweep-files.ts'
import { dropUnfiled } from '../attachments/drop-unfiled.ts'
import { forgetNotices } from '../dossiers/forget-notices.ts'
import type { Notices } from '../dossiers/notices.ts'
import { type DossierViews, forgetViews } from '../dossiers/views.ts'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { SweptDoorbell } from '../notifications/doorbell.ts'
import { startSweep } from '../notifications/sweep.ts'
import { forgetScans } from '../permits/posts/forget-scans.ts'
import type { createCounting } from '../procedures/counting.ts'
import { forgetUnheard } from '../procedures/forget-unheard.ts'
import type { UnheardWords } from '../procedures/ports.ts'
import type { openAttachments } from './open-attachments.ts'
import type { openNotifications } from './open-notifications.ts'
import type { openTurns } from './open-turns.ts'
import { startRounds } from './rounds.ts'
import type { createScans } from '../storage/scans.ts'
import type { Tokens } from '../zalo/tokens.ts'

interface WorkerParts {
  doorbell: SweptDoorbell
  turns: ReturnType<typeof openTurns>
  notifications: ReturnType<typeof openNotifications>
  attachments: ReturnType<typeof openAttachments>
  scans: Pick<ReturnType<typeof createScans>, 'forget'>
  counting: ReturnType<typeof createCounting>
  unheard: Pick<UnheardWords, 'forget'>
  tokens: Tokens
  remindPermits: () => Promise<unknown>
  endOrders: () => Promise<unknown>
  resumeOrders: () => Promise<unknown>
  returnDelivered: () => Promise<unknown>
  writeWords: () => Promise<unknown>
  warnDesks: () => Promise<unknown>
  wakeDossiers: () => Promise<unknown>
  letGoIdle: () => Promise<unknown>
  beginClocks: () => Promise<unknown>
  views: Pick<DossierViews, 'forget'>
  notices: Pick<Notices, 'forget'>
  disableUnused: () => Promise<unknown>
  stopFollowing: () => void
  filesSwept: (files: number) => void
  now: Clock
  log: Log
}

/** Answers the bells and sweeps the tables until the returned function is called. */
export function startWorkers(parts: WorkerParts): () => Promise<void> {
  const { doorbell, scans, counting, tokens, now, log } = parts
  const { remindPermits, endOrders, resumeOrders, returnDelivered, stopFollowing, filesSwept: swept } = parts
  const { inbox, timers, takeTurns } = parts.turns
  const { outbox, dispatch } = parts.notifications
  const { attachments, files, cards, receiveFile } = parts.attachments
  const stopRounds = startRounds(
    [
      // A quiet account would otherwise let its refresh token lapse after three months.
      { what: 'keeping tokens', every: HOUR, work: tokens.current },
      { what: 'writing counts', every: 2 * SECOND, work: counting.flush },
      { what: 'forgetting scans', every: 5 * MINUTE, work: () => forgetScans(scans, now) },
      { what: 'dropping files that nobody filed', every: HOUR, work: () => dropUnfiled(attachments, now()) },
      { what: 'forgetting what nobody understood', every: HOUR, work: () => forgetUnheard(parts.unheard, now) },
      { what: 'reminding of ends', every: MINUTE, work: remindPermits },
      { what: 'ending what depends on an order', every: 10 * SECOND, work: endOrders },
      { what: 'making anew what ended with an order', every: 10 * SECOND, work: resumeOrders },
      { what: 'disabling accounts that nobody uses', every: HOUR, work: parts.disableUnused },
      { what: 'returning what was delivered', every: 5 * SECOND, work: returnDelivered },
      { what: 'writing what dossiers are found by', every: 2 * SECOND, work: parts.writeWords },
      { what: 'recalling what citizens were asked', every: MINUTE, work: parts.wakeDossiers },
      { what: 'warning desks', every: MINUTE, work: parts.warnDesks },
      { what: 'beginning clocks at competent agencies', every: MINUTE, work: parts.beginClocks },
      { what: 'giving back what nobody works on', every: 5 * MINUTE, work: parts.letGoIdle },
      { what: 'forgetting what desks were told', every: HOUR, work: () => forgetNotices(parts.notices, now()) },
      { what: 'forgetting old talk', every: MINUTE, work: parts.turns.forgetTalk },
      { what: 'forgetting who opened what', every: HOUR, work: () => forgetViews(parts.views, now()) },
    ],
    log,
  )
  doorbell.answer('turn', 16, (key) => takeTurns(key as CitizenId))
  // Mostly they wait for Zalo or for their turn in the pace, which lets the modest pass only if they stand in it.
  doorbell.answer('delivery', 128, (key) => dispatch(key as CitizenId))
  doorbell.answer('fetch', 4, (key) => receiveFile(key as AttachmentId))
  // Pictures of cards wait for one reader, and no other file waits for them.
  doorbell.answer('card', 2, (key) => receiveFile(key as AttachmentId))
  doorbell.answer('timer', 4, async (key) => {
    if (await timers.fire(key as CitizenId, now())) doorbell.ring('turn', key)
  })
  const sweep = startSweep(
    doorbell,
    [
      { bell: 'turn', find: (at, limit) => inbox.citizensWaiting(at, limit) },
      { bell: 'delivery', find: (at, limit) => outbox.due(at, limit) },
      { bell: 'fetch', find: (at, limit) => attachments.due(at, limit) },
      { bell: 'card', find: (at, limit) => attachments.dueCards(at, limit) },
      { bell: 'timer', find: (at, limit) => timers.due(at, limit) },
    ],
    now,
    log,
  )
  const fileSweep = startFileSweep({ files, rows: attachments, now, random: Math.random, log, swept })
  return async () => {
    stopFollowing()
    stopRounds()
    await sweep.stop()
    await fileSweep.stop()
    await counting.flush()
    await cards.close()
  }
}

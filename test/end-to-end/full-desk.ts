import { join } from 'node:path'
import { eq, max } from 'drizzle-orm'
import sharp from 'sharp'
import { createFileStore } from '../../src/attachments/file-store.ts'
import type { ActionType, Dossier, DossierAction, FiledAnswer } from '../../src/dossiers/dossier.ts'
import { isForDesk, statuses, type Status } from '../../src/dossiers/status.ts'
import { DAY, HOUR, MINUTE, renderInstant } from '../../src/kernel/clock.ts'
import type { AttachmentId, CitizenId, DossierId, PostId, StaffId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'

/** A word as people paste it: no place to break, wider than any phone. */
const ENDLESS = 'https-khong-co-cho-ngat-'.repeat(8).replaceAll('-', '')
const LONGEST_NAME = 'Công Tằng Tôn Nữ Thị Hồng Nhung Nguyễn Phước Vĩnh Thụy Bảo Long Đoan Trang'
const OFFICER = { type: 'staff' as const, id: 'chi-hoa' as StaffId, name: LONGEST_NAME }
const CITIZEN = '7301234567890123456' as CitizenId

const LAST: Record<Status, ActionType> = {
  registered: 'filed',
  accepted: 'accepted',
  declined: 'declined',
  processing: 'supplemented',
  supplement: 'supplement asked',
  payment: 'forwarded',
  withdrawn: 'withdrawn',
  stopped: 'refused',
  done: 'approved',
  returned: 'returned',
}

/** One dossier in each status, with what is hardest to lay out; those of permits and questions besides. */
export interface FullDesk {
  dossiers: Record<Status | 'asked', DossierId> & { withPermit?: DossierId }
  pictures: readonly AttachmentId[]
}

const answer = (key: string, label: string, value: string, shown = value): FiledAnswer => ({ key, label, value, shown })

/** Fills the books of a running installation as a hard year would. `permit` is granted to the dossier that was approved. */
export async function fillDesk(dataDir: string, permit: Permit): Promise<FullDesk> {
  const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
  const { tables } = engine
  const now = Date.now()
  const [published] = await engine.read
    .select({ version: max(tables.flowVersions.version) })
    .from(tables.flowVersions)
    .where(eq(tables.flowVersions.flow, 'cap-giay-di-duong'))
  const files = createFileStore(join(dataDir, 'files'), plain)
  const pictures = await Promise.all(
    ['#8fbfe0', '#e0b38f', '#9fe08f'].map(async (background, i) => {
      const content = await sharp({ create: { width: 900, height: 1200 - 300 * i, channels: 3, background } })
        .jpeg()
        .toBuffer()
      return { id: `picture-${i}` as AttachmentId, sha256: await files.put(content), bytes: content.length }
    }),
  )
  const ids = pictures.map(({ id }) => id)
  const answers: FiledAnswer[] = [
    answer('applicant', 'Họ và tên', LONGEST_NAME),
    answer('citizenNumber', 'Số căn cước', '096190012345'),
    answer('phone', 'Số điện thoại', '0912345678', '0912 345 678'),
    answer('purpose', 'Mục đích', 'y-te', 'Khám, chữa bệnh, mua thuốc'),
    answer('from', 'Nơi đi', '1', 'phường An Xuyên'),
    answer('to', 'Nơi đến', '1092', 'xã Đất Mũi'),
    answer('plate', 'Biển số xe', '69-B1 234.56'),
    answer('validFrom', 'Đi từ', String(now - HOUR), renderInstant(now - HOUR)),
    answer('validUntil', 'Về lúc', String(now + DAY), renderInstant(now + DAY)),
    answer('note', 'Ghi chú', `Xem ${ENDLESS} nhé`),
    { ...answer('papers', 'Giấy tờ chứng minh', ''), shown: '3 tệp', attachments: ids },
  ]
  const dossierOf = (status: Status, i: number, changes: Partial<Dossier> = {}): Dossier => ({
    ...{ id: `d-${status}` as DossierId, code: `H12.99-300501-${String(1000 + i)}`, lookupSecret: 'K7M2' },
    ...{
      citizen: CITIZEN,
      flow: 'cap-giay-di-duong',
      flowVersion: published?.version ?? 1,
      agency: 'H12.99',
      status,
      answers,
    },
    ...{
      holder: 'H12.99',
      handler: null,
      isReserved: 0,
      queue: isForDesk(status) ? now + (i % 3) * HOUR : null,
      asideUntil: null,
      answerBy: null,
      wakeAt: null,
    },
    ...{ lastAction: LAST[status], applicant: i % 2 ? LONGEST_NAME : ENDLESS.slice(0, 80), revision: 2 },
    ...{ filedAt: now - DAY - i * MINUTE, updatedAt: now - HOUR, dueAt: now + (i % 3) * HOUR - HOUR, ...changes },
  })
  const question = [answer('question', 'Câu hỏi', ENDLESS)]
  const asked = { id: 'd-asked' as DossierId, code: 'H12.99-300501-2000', applicant: '', answers: question }
  const rows = [
    ...statuses.map((status, i) => dossierOf(status, i, status === 'done' ? { id: permit.dossier } : {})),
    dossierOf('registered', 20, { ...asked, flow: 'hoi-can-bo' }),
  ]
  await engine.write(async (db) => {
    await db.insert(tables.dossiers).values(rows)
    await db.insert(tables.dossierActions).values(rows.flatMap((row) => actsOf(row, now, ids)))
    await db.insert(tables.attachments).values(
      pictures.map(({ id, sha256, bytes }) => ({
        ...{ id, citizen: CITIZEN, kind: 'photo' as const, url: 'https://photo.example.vn/1.jpg', sha256, bytes },
        ...{ caption: ENDLESS, state: 'stored' as const, attempts: 1, notBefore: 0, receivedAt: now - DAY },
        mime: 'image/jpeg',
      })),
    )
    await db.insert(tables.outbox).values(
      (['dead', 'held', 'sent'] as const).map((state, i) => ({
        ...{ citizen: `${CITIZEN.slice(0, -1)}${i}` as CitizenId, state, notBefore: 0, createdAt: now - HOUR },
        message: { type: 'text' as const, text: `Hồ sơ của ông/bà cần bổ sung. ${ENDLESS}` },
        dossier: rows[[4, 3, 1][i]!]!.id,
        settledAt: now - HOUR,
        ...(state === 'dead' && { reason: '-230' }),
      })),
    )
    await db.insert(tables.staffAccounts).values([
      {
        ...{ id: OFFICER.id, name: LONGEST_NAME, email: `${ENDLESS.slice(0, 60)}@example.vn`, passwordHash: 'x' },
        ...{ disabledAt: null, seenAt: now - HOUR },
      },
      {
        ...{ id: 'anh-ba' as StaffId, name: 'Lê Văn Ba', email: 'anh.ba@example.vn', passwordHash: '' },
        ...{ disabledAt: now, seenAt: now - 46 * DAY },
      },
    ])
    await db.insert(tables.staffPostings).values([
      { account: OFFICER.id, role: 'leader', agency: 'H12.99.001', since: '2025-07-01', until: null },
      { account: OFFICER.id, role: 'specialist', agency: 'H12.99', since: '2099-01-01', until: '2099-12-31' },
      { account: OFFICER.id, role: 'reception', agency: 'H12.99', since: '2025-07-01', until: '2025-12-31' },
      { account: 'anh-ba' as StaffId, role: 'reception', agency: 'H12.99.001', since: '2025-07-01', until: null },
    ])
    await db
      .insert(tables.staffAbsences)
      .values([{ account: OFFICER.id, since: '2099-01-01', until: '2099-01-02', substitute: null }])
    await db.insert(tables.ratings).values({
      ...{ dossier: 'd-returned' as DossierId, agency: 'H12.99', flow: 'cap-giay-di-duong', scale: '1-5' },
      ...{ score: 2, comment: `Chờ lâu. ${ENDLESS}`, at: now - MINUTE },
    })
    await db.insert(tables.checkpointPosts).values({
      ...{ id: 'chot-dai' as PostId, name: `Chốt ${ENDLESS.slice(0, 70)}`, codeHash: 'x', openedAt: now },
      ...{ latitude: 9_228_300, longitude: 105_424_700 },
    })
    await db.insert(tables.checkpointSessions).values(
      ['a', 'b'].map((mark) => ({
        ...{ tokenHash: mark.repeat(64), post: 'chot-dai' as PostId, openedAt: now, expiresAt: now + DAY },
        ...{ device: `Android ${ENDLESS.slice(0, 50)}`, seenAt: now },
      })),
    )
    const scan = { permit: permit.id, verdict: 'valid', colour: 'green', by: 'camera' as const, offline: 0 }
    await db.insert(tables.scans).values(
      (['chot-1', 'chot-dai'] as const).map((post, i) => ({
        ...{ ...scan, id: `scan-${i}`, post: post as PostId, at: now - HOUR + i * MINUTE, receivedAt: now },
      })),
    )
    await db.insert(tables.scanCounts).values(
      (['green', 'amber', 'red'] as const).map((colour, i) => ({
        ...{ post: 'chot-dai' as PostId, hour: now - (now % HOUR), verdict: ['valid', 'valid', 'expired'][i]! },
        ...{ colour, count: 123_456 },
      })),
    )
    await db.insert(tables.inbox).values({
      ...{ key: 'user_send_text 1', citizen: CITIZEN, source: 'zalo' as const, state: 'set aside' as const },
      ...{ sentAt: now, receivedAt: now, handledAt: now, attempts: 5, reason: 'SQLITE_CORRUPT_INDEX_AND_MORE' },
      body: Buffer.from('{}'),
    })
  })
  await engine.close()
  return {
    dossiers: Object.fromEntries([
      ...rows.map(({ status, id }) => [status, id] as const),
      ['registered', 'd-registered'],
      ['asked', asked.id],
    ]) as FullDesk['dossiers'],
    pictures: ids,
  }
}

function actsOf(dossier: Dossier, now: number, attachments: readonly AttachmentId[]) {
  const acts: DossierAction[] = [
    { type: 'filed', by: { type: 'citizen' }, at: dossier.filedAt, status: 'registered' },
    { type: 'accepted', by: OFFICER, at: dossier.filedAt + MINUTE, status: 'accepted' },
    {
      ...{ type: dossier.lastAction, by: dossier.lastAction === 'supplemented' ? { type: 'citizen' } : OFFICER },
      ...{ at: now - HOUR, status: dossier.status, note: `Xin xem ${ENDLESS}` },
      ...(dossier.lastAction === 'supplemented' && { attachments }),
    },
  ]
  return (dossier.status === 'registered' ? acts.slice(0, 1) : acts).map(({ by, ...act }, seq) => ({
    ...{ ...act, actor: by, dossier: dossier.id, seq },
  }))
}

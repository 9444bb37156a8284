import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/attachments/attachment.ts'
import type { Download } from '../../src/attachments/fetch.ts'
import type { Fetched } from '../../src/attachments/ports.ts'
import { createReceiveFile } from '../../src/attachments/receive-file.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const SHA256 = createHash('sha256').update(PNG).digest('hex')
const photo: Attachment = {
  ...{ id: 'f1' as AttachmentId, citizen: '7' as CitizenId, kind: 'photo', url: 'https://x' },
  ...{ state: 'waiting', attempts: 0, receivedAt: NOW },
}

/** Rows and files in memory. `meanwhile` happens while the file is on its way, `afterwards` once it was written. */
function world({
  meanwhile,
  afterwards,
  download = async () => ({ outcome: 'fetched', content: PNG }),
  attempts = 0,
}: {
  download?: () => Promise<Download>
  meanwhile?: (rows: Set<string>) => void
  afterwards?: (files: Set<string>) => void
  attempts?: number
}) {
  const rows = new Set<string>(['f1'])
  const held = new Set<string>()
  const files = new Set<string>()
  const settled: Fetched[] = []
  const rings: object[] = []
  const receiveFile = createReceiveFile({
    attachments: {
      find: async () => ({ ...photo, attempts }),
      sentSince: async () => ({ files: 1, bytes: 0 }),
      settle: async (id, fetched: Fetched) => {
        if (!rows.has(id)) return 'ignored'
        settled.push(fetched)
        if (fetched.outcome === 'stored') held.add(fetched.sha256)
        return 'settled'
      },
      heldAmong: async (sha256s) => new Set(sha256s.filter((sha256) => held.has(sha256))),
    },
    files: {
      put: async () => {
        files.add(SHA256)
        afterwards?.(files)
        afterwards = undefined
        return SHA256
      },
      has: async (sha256) => files.has(sha256),
      remove: async (sha256, isHeld) => !(await isHeld()) && files.delete(sha256),
    },
    download: async () => {
      meanwhile?.(rows)
      return download()
    },
    room: { isLeft: async () => true },
    readCard: async () => ({ outcome: 'refused', because: 'no code' }),
    ring: (news) => void rings.push(news),
    now: () => NOW,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  return { receiveFile, files, held, settled, rings }
}

describe('a file that was under way', () => {
  it('is thrown away when its citizen asked to be forgotten meanwhile', async () => {
    const { receiveFile, files } = world({ meanwhile: (rows) => rows.clear() })
    await receiveFile(photo.id)
    expect([...files]).toEqual([])
  })

  it('stays when somebody else sent the same', async () => {
    const { receiveFile, files, held } = world({ meanwhile: (rows) => rows.clear() })
    held.add(SHA256)
    await receiveFile(photo.id)
    expect([...files]).toEqual([SHA256])
  })

  it('is written again when somebody else’s forgetting took the same content away before our row held it', async () => {
    const { receiveFile, files } = world({ afterwards: (written) => written.clear() })
    await receiveFile(photo.id)
    expect([...files]).toEqual([SHA256])
  })
})

describe('a file that is not fetched', () => {
  it.each<[string, Download, string]>([
    ['no address of ours', { outcome: 'forbidden' }, 'unreachable'],
    ['a host that the settings do not name', { outcome: 'forbidden', host: 'x.example' }, 'unknown host'],
    ['a file that is too large', { outcome: 'too large' }, 'too large'],
  ])('because it is at %s is refused at once, and not tried again', async (_what, downloaded, because) => {
    const { receiveFile, settled, rings } = world({ download: async () => downloaded })
    await receiveFile(photo.id)
    expect(settled).toEqual([{ outcome: 'refused', because }])
    expect(rings).toEqual([{ citizen: photo.citizen }])
  })

  it.each<[string, Download, number]>([
    ['fails', { outcome: 'failed', reason: 'econnreset' }, 6],
    ['is gone', { outcome: 'gone' }, 2],
  ])('because it %s is tried again after a while, and refused in the end', async (_what, downloaded, tries) => {
    const outcomes: Fetched[] = []
    for (let attempts = 0; attempts < tries; attempts++) {
      const { receiveFile, settled } = world({ download: async () => downloaded, attempts })
      await receiveFile(photo.id)
      outcomes.push(...settled)
    }
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array<string>(tries - 1).fill('later'), 'refused'])
    expect(outcomes[0]).toEqual({ outcome: 'later', notBefore: NOW + 2_000 })
  })
})

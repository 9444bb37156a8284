import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/attachments/attachment.ts'
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
}: {
  meanwhile?: (rows: Set<string>) => void
  afterwards?: (files: Set<string>) => void
}) {
  const rows = new Set<string>(['f1'])
  const held = new Set<string>()
  const files = new Set<string>()
  const receiveFile = createReceiveFile({
    attachments: {
      find: async () => photo,
      sentSince: async () => ({ files: 1, bytes: 0 }),
      settle: async (id, fetched: Fetched) => {
        if (!rows.has(id)) return 'ignored'
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
      return { outcome: 'fetched', content: PNG }
    },
    room: { isLeft: async () => true },
    readCard: async () => ({ outcome: 'refused', because: 'no code' }),
    ring: () => undefined,
    now: () => NOW,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  return { receiveFile, files, held }
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

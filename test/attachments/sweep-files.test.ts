import { describe, expect, it } from 'vitest'
import type { KeptFile } from '../../src/attachments/ports.ts'
import { createFileSweep, startFileSweep } from '../../src/attachments/sweep-files.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const HOUR = 3_600_000
const nameOf = (place: string, i: number) => `${place.replace('/', '')}${String(i).padStart(60, '0')}`
const fileAt = (place: string, i = 0, writtenAt = NOW - 2 * HOUR) => ({
  name: nameOf(place, i),
  place,
  whole: true,
  writtenAt,
})

interface Shelf {
  files: (KeptFile & { writtenAt: number })[]
  held?: string[]
  random?: number
  limits?: { round: number; batch: number; rest: number }
  fails?: boolean
}

/** A shelf in memory, and a sweep over it. */
function shelf({ files, held = [], random = 0, limits = { round: 1_000, batch: 500, rest: 0 }, fails }: Shelf) {
  const seen = { swept: 0, questions: [] as number[], logged: [] as string[], looked: [] as string[] }
  const note = (_: object, message: string) => void seen.logged.push(message)
  const ports = {
    files: {
      remove: async (sha256: string, isHeld: () => Promise<boolean>) => {
        if (await isHeld()) return false
        files.splice(
          files.findIndex(({ name }) => name === sha256),
          1,
        )
        return true
      },
      clear: async ({ name }: KeptFile) =>
        void files.splice(
          files.findIndex((it) => it.name === name),
          1,
        ),
      older: async function* (before: number, from: string, to = 'zz') {
        const there = [...files].sort((a, b) => (a.place < b.place ? -1 : 1))
        for (const file of there) {
          if (file.place < from || file.place >= to || file.writtenAt >= before) continue
          seen.looked.push(file.name)
          yield file
        }
      },
    },
    rows: {
      heldAmong: async (sha256s: readonly string[]) => {
        if (fails) throw new Error('the database is away')
        seen.questions.push(sha256s.length)
        return new Set(sha256s.filter((sha256) => held.includes(sha256)))
      },
    },
    now: () => NOW,
    random: () => random,
    log: { info: note, warn: note, error: note },
    swept: (n: number) => void (seen.swept += n),
  }
  return { sweep: createFileSweep(ports, limits), ports, files, seen }
}

describe('the sweep of files', () => {
  it('deletes files that no row refers to and no others, and counts them', async () => {
    const [kept, orphan] = [fileAt('0a/11'), fileAt('7f/00')]
    const { sweep, files, seen } = shelf({ files: [kept, orphan], held: [kept.name] })
    expect(await sweep()).toBe(1)
    expect(files).toEqual([kept])
    expect(seen.swept).toBe(1)
    expect(seen.logged.join()).not.toContain(orphan.name)
  })

  it('leaves alone what was written within the last hour, for its row may not say so yet', async () => {
    const { sweep, files } = shelf({ files: [fileAt('00/01', 0, NOW - HOUR), fileAt('00/02', 0, NOW - HOUR - 1)] })
    expect(await sweep()).toBe(1)
    expect(files.map(({ place }) => place)).toEqual(['00/01'])
  })

  it('deletes what a crash left half written, without asking for a row', async () => {
    const draft = { ...fileAt('00/01'), name: `${nameOf('00/01', 0)}.0123456789ab`, whole: false }
    const { sweep, files, seen } = shelf({ files: [draft] })
    expect(await sweep()).toBe(1)
    expect(files).toEqual([])
    expect(seen.questions).toEqual([0])
  })

  it('keeps a file whose row came between the question and the deletion', async () => {
    const file = fileAt('00/01')
    const { ports, files } = shelf({ files: [file] })
    const answers = [[], [file.name]]
    const rows = { heldAmong: async () => new Set(answers.shift()) }
    expect(await createFileSweep({ ...ports, rows })()).toBe(0)
    expect(files).toEqual([file])
  })

  it('looks at no more than its limit in a round, asks in batches, and goes on there in the next, round and round', async () => {
    const files = Array.from({ length: 10 }, (_, i) => fileAt(`0${i}/00`))
    const limits = { round: 4, batch: 3, rest: 0 }
    const { sweep, seen } = shelf({ files, held: files.map(({ name }) => name), random: 0x0200 / 65_536, limits })
    const round = async () => {
      seen.looked = []
      seen.questions = []
      await sweep()
      return seen.looked.map((name) => name.slice(0, 2))
    }
    expect(await round()).toEqual(['02', '03', '04', '05'])
    expect(seen.questions).toEqual([3, 1])
    expect(await round()).toEqual(['05', '06', '07', '08'])
    expect(await round()).toEqual(['08', '09', '00', '01'])
    expect(await round()).toEqual(['01', '02', '03', '04'])
  })

  it('comes to every file in one round where there are few, wherever it begins', async () => {
    const files = ['00/00', '80/00', 'ff/ff'].map((place) => fileAt(place))
    expect(await shelf({ files, random: 0.7 }).sweep()).toBe(3)
  })

  it('deletes nothing when the database knows none of a hundred files: it is the wrong one', async () => {
    const files = Array.from({ length: 100 }, (_, i) => fileAt('00/00', i))
    const { sweep, seen } = shelf({ files })
    expect(await sweep()).toBe(0)
    expect(files).toHaveLength(100)
    expect(seen.logged).toEqual(['no row knows any of these files: none is deleted'])
  })

  it('ends a round that meets the wrong database, and says so once', async () => {
    const files = Array.from({ length: 600 }, (_, i) => fileAt('00/00', i))
    const { sweep, seen } = shelf({ files, limits: { round: 1_000, batch: 150, rest: 0 } })
    expect(await sweep()).toBe(0)
    expect([files.length, seen.questions, seen.logged.length]).toEqual([600, [150, 0], 1])
  })

  it('rests between two questions, so that nobody waits for more than one', async () => {
    const files = Array.from({ length: 9 }, (_, i) => fileAt('00/00', i))
    const held = files.map(({ name }) => name)
    const began = performance.now()
    await shelf({ files, held, limits: { round: 1_000, batch: 3, rest: 20 } }).sweep()
    expect(performance.now() - began).toBeGreaterThan(55)
  })

  it('comes to more than ten thousand files in a round, asking of some hundred at a time', async () => {
    const files = Array.from({ length: 10_100 }, (_, i) => fileAt('00/00', i))
    const { ports, seen } = shelf({ files, held: [] })
    const rows = { heldAmong: async (names: readonly string[]) => (seen.questions.push(names.length), new Set(names)) }
    await createFileSweep({ ...ports, rows })()
    expect(seen.looked).toHaveLength(10_100)
    expect(Math.max(...seen.questions)).toBeLessThanOrEqual(1_000)
  })

  it('runs at the start, outlives a database that is away, and stops', async () => {
    const { ports, files, seen } = shelf({ files: [fileAt('00/01')] })
    await startFileSweep(ports).stop()
    const broken = shelf({ files: [fileAt('00/01')], fails: true })
    await startFileSweep(broken.ports).stop()
    expect([files.length, seen.swept]).toEqual([0, 1])
    expect([broken.files.length, broken.seen.logged]).toEqual([1, ['the sweep of files failed']])
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCodec, plain } from '../../src/storage/engine/codec.ts'
import { createFileStore } from '../../src/attachments/file-store.ts'

const CONTENT = Buffer.from('a photo')
const SHA256 = createHash('sha256').update(CONTENT).digest('hex')
const yes = async () => true
const no = async () => false

let folder: string
let files: ReturnType<typeof createFileStore>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-store-'))
  files = createFileStore(folder, plain)
})
afterEach(() => rmSync(folder, { recursive: true }))

const namesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((it) => it.isFile()).map(({ name }) => name)
const older = async (before: number, ...places: [string, string?]) => {
  const found: string[] = []
  for await (const { name } of files.older(before, ...places)) found.push(name)
  return found
}
const SOON = Date.now() + 60_000

describe('the folder of files', () => {
  it('gives back under the hash what was put, once for the same content', async () => {
    expect(await files.put(CONTENT)).toBe(SHA256)
    expect(await files.put(CONTENT)).toBe(SHA256)
    expect(await files.get(SHA256)).toEqual(CONTENT)
    expect(await files.has(SHA256)).toBe(true)
    expect(await namesIn()).toEqual([SHA256])
  })

  it('keeps it sealed under the same name where there is a key, and reads what was kept plain before', async () => {
    const sealed = createFileStore(folder, createCodec([{ id: 'test', secret: Buffer.alloc(32, 7) }]))
    await files.put(CONTENT)
    expect(await sealed.get(SHA256)).toEqual(CONTENT)
    expect(await sealed.put(CONTENT)).toBe(SHA256)
    const onDisk = await readFile(join(folder, SHA256.slice(0, 2), SHA256.slice(2, 4), SHA256))
    expect(onDisk.includes(CONTENT)).toBe(false)
    expect(await sealed.get(SHA256)).toEqual(CONTENT)
    await expect(files.get(SHA256)).rejects.toThrow('DATA_KEYS has no key test')
  })

  it.each(['ab'.repeat(32), '../../../etc/passwd', ''])('knows nothing under %j', async (sha256) => {
    expect(await files.get(sha256)).toBeUndefined()
    expect(await files.has(sha256)).toBe(false)
    expect(await files.remove(sha256, no)).toBe(false)
  })

  it('deletes what nobody holds and leaves what somebody does', async () => {
    await files.put(CONTENT)
    expect(await files.remove(SHA256, yes)).toBe(false)
    expect(await files.has(SHA256)).toBe(true)
    expect(await files.remove(SHA256, no)).toBe(true)
    expect(await namesIn()).toEqual([])
  })

  it('puts back what somebody began to hold while it was being deleted', async () => {
    await files.put(CONTENT)
    const answers = [false, true]
    expect(await files.remove(SHA256, async () => answers.shift() ?? false)).toBe(false)
    expect(await files.get(SHA256)).toEqual(CONTENT)
    expect(await namesIn()).toEqual([SHA256])
  })

  it('puts back what it cannot be sure of, because the database went away in the middle', async () => {
    await files.put(CONTENT)
    const answers = [no, () => Promise.reject(new Error('the database is away'))]
    await expect(files.remove(SHA256, () => (answers.shift() ?? no)())).rejects.toThrow('away')
    expect(await namesIn()).toEqual([SHA256])
  })

  it('leaves what was put anew while the old one was being deleted', async () => {
    await files.put(CONTENT)
    let asked = 0
    await files.remove(SHA256, async () => {
      if (++asked === 2) await files.put(CONTENT)
      return false
    })
    expect(await namesIn()).toEqual([SHA256])
  })

  it('goes through old files place by place, and through leftovers of a crash, and nothing else', async () => {
    const names = await Promise.all(Array.from({ length: 30 }, (_, i) => files.put(Buffer.from(`photo ${i}`))))
    const sorted = names.toSorted()
    const [first = ''] = sorted
    const leaf = join(folder, first.slice(0, 2), first.slice(2, 4))
    await writeFile(join(leaf, `${first}.0123456789ab`), 'half')
    await writeFile(join(leaf, 'README'), 'not ours')
    await utimes(join(leaf, first), new Date(0), new Date(0))
    expect((await older(SOON, '00/00')).toSorted()).toEqual([...sorted, `${first}.0123456789ab`].toSorted())
    expect(await older(1_000, '00/00')).toEqual([first])
    const placeOf = (name = '') => `${name.slice(0, 2)}/${name.slice(2, 4)}`
    expect((await older(SOON, placeOf(sorted[10]), placeOf(sorted[20]))).toSorted()).toEqual(sorted.slice(10, 20))
  })

  it('is empty where there is no folder yet', async () => {
    files = createFileStore(join(folder, 'later'), plain)
    expect(await older(SOON, '00/00')).toEqual([])
  })

  it('clears a leftover, never a whole file', async () => {
    await files.put(CONTENT)
    const leaf = join(folder, SHA256.slice(0, 2), SHA256.slice(2, 4))
    await writeFile(join(leaf, `${SHA256}.0123456789ab`), 'half')
    for await (const file of files.older(SOON, '00/00')) await files.clear(file)
    expect(await namesIn()).toEqual([SHA256])
  })
})

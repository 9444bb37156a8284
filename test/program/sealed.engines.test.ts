import { WHOLE } from '../dossiers/everything-seen.ts'
import { DESK, posted } from '../dossiers/posted.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSearch } from '../../src/casework/search-words.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { type Codec, createCodec, plain } from '../../src/storage/engine/codec.ts'
import { runProgram } from './running.ts'

/** Every dossier there is, newest first. */
const EVERYTHING = { scope: WHOLE, order: 'newest' } as const

const CITIZEN = '7000000000000000099'
const OFFICER = { id: 'staff-1' as StaffId, name: 'Phạm Cán Bộ', postings: posted(DESK) } as const
const TRACES = [
  'Trương Quỳnh Hoa',
  '096190099887',
  '0918273645',
  '69A-765.43',
  'thiếu ảnh chụp',
  OFFICER.name,
  '"refreshToken"',
]

/** A filing, a mistake in it and an officer's question; then everything that lies on the disk. */
async function filedOnDisk(codec: Codec): Promise<string> {
  const running = await runProgram({ codec })
  try {
    const texts = [
      'menu',
      '#lam:cap-giay-di-duong',
      '#co',
      '#tu-nhap',
      'Trương Quỳnh Hoa',
      '09619009988',
      '096190099887',
      '0918273645',
      '2',
      'Khánh Lâm',
      'An Xuyên',
      '69A-765.43',
      '7h sáng mai',
      '17h ngày mai',
      '#bo-qua',
      '#nop',
    ]
    await running.say(CITIZEN, ...texts)
    const [code = ''] = /H12\.99-\d{6}-0001/.exec(running.heard(CITIZEN).join('\n')) ?? []
    const { id, revision } = (await running.program.dossiers.findByCode(code))!
    const act = { type: 'ask', question: 'Hồ sơ thiếu ảnh chụp cà vẹt' } as const
    expect(await running.program.casework.byOfficer.act({ dossier: id, revision, act, doer: OFFICER })).toEqual({
      outcome: 'done',
    })
    await running.settled()
    expect(running.heard(CITIZEN).join('\n')).toContain('thiếu ảnh chụp cà vẹt')
    for (const typed of ['hoa truong quynh', '0918 273 645', '9887', '69a 765 43'])
      expect(
        (await running.program.dossiers.list({ ...EVERYTHING, words: readSearch(typed), limit: 2 })).map((it) => it.id),
      ).toEqual([id])
    const kept = await readdir(running.dataDir, { recursive: true, withFileTypes: true })
    const bytes = await Promise.all(
      kept.filter((it) => it.isFile()).map((it) => readFile(join(it.parentPath, it.name), 'latin1')),
    )
    return bytes.join('\n')
  } finally {
    await running.close()
  }
}

const asBytes = (text: string) => Buffer.from(text).toString('latin1')
const tracesIn = (disk: string) => TRACES.filter((trace) => disk.includes(asBytes(trace)))

it('with a key, the disk keeps nothing that tells who filed, asked or answered; without one it keeps all of it', async () => {
  expect(tracesIn(await filedOnDisk(plain))).toEqual(TRACES)
  expect(tracesIn(await filedOnDisk(createCodec([{ id: 'test', secret: Buffer.alloc(32, 7) }])))).toEqual([])
}, 60_000)

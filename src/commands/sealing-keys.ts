import { Fault } from '../kernel/fault.ts'
import { refuseTrouble } from '../program/open-storage.ts'
import { countColumns, type Place } from '../storage/engine/count-keys.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { checkKeys, forgetKeys } from '../storage/engine/key-proofs.ts'
import { resealColumns, type Resealed } from '../storage/engine/reseal.ts'
import type { SealingKey } from '../storage/engine/sealing.ts'
import { countFiles, type Folder, resealFiles } from '../storage/resealed-files.ts'

const USAGE = `npm run data-keys -- …
  status    mỗi cột dữ liệu cá nhân và các tệp: bao nhiêu giá trị chưa mã hóa, bao nhiêu dưới từng khóa
  rewrite   đưa tất cả về khóa đứng đầu DATA_KEYS; bị dừng giữa chừng thì chạy lại, phần đã làm vẫn giữ`

interface DataKeyParts {
  engine: Engine
  folder: Folder
  keys: readonly SealingKey[]
  say: (line: string) => void
}

/** `npm run data-keys -- …`: counts and names of keys, never a value. True when all went well. */
export async function runDataKeyCommand(words: readonly string[], parts: DataKeyParts): Promise<boolean> {
  const [word] = words
  if (words.length === 1 && word === 'status') return status(parts)
  if (words.length === 1 && word === 'rewrite') return rewrite(parts)
  parts.say(USAGE)
  return false
}

async function status({ say, ...parts }: DataKeyParts): Promise<boolean> {
  for (const place of await countAll(parts)) say(describe(place, parts.keys))
  return true
}

async function rewrite({ say, ...parts }: DataKeyParts): Promise<boolean> {
  const { engine, folder, keys } = parts
  const [sealing] = keys
  if (!sealing)
    throw new Fault(
      'DATA_KEYS chưa có khóa nào nên không có gì để mã hóa bằng. Hãy đặt một khóa, ví dụ DATA_KEYS=2026-11:…, rồi chạy lại.',
      { retry: false },
    )
  const trouble = await checkKeys(engine, keys)
  if (trouble.missing.length > 0)
    for (const place of await countAll(parts))
      if ([...place.under.keys()].some((id) => trouble.missing.includes(id))) say(describe(place, keys))
  refuseTrouble(trouble)

  const unopened: Resealed[] = []
  const tell = (done: Resealed) => {
    if (done.resealed > 0 || done.unopened > 0)
      say(
        `${done.name}: đã mã hóa lại ${done.resealed}${done.unopened > 0 ? `, KHÔNG MỞ ĐƯỢC ${done.unopened} (để nguyên)` : ''}`,
      )
    if (done.unopened > 0) unopened.push(done)
  }
  const often = seldomly(say)
  for await (const { table, rows, columns, isDone } of resealColumns(engine, keys)) {
    if (isDone) columns.forEach(tell)
    else often(table, rows)
  }
  tell(await rewriteFiles(folder, keys, often))

  const places = await countAll(parts)
  const inUse = new Set(places.flatMap(({ under }) => [...under.keys()]))
  await forgetKeys(engine, [sealing.id, ...inUse])
  const left = places.filter(({ under }) => [...under.keys()].some((id) => id !== sealing.id))
  if (left.length > 0)
    say(`Chưa ở dưới khóa ${sealing.id} (không mở được, hoặc có tiến trình đang chạy với khóa khác đứng đầu):`)
  for (const place of left) say(describe(place, keys))
  if (left.length > 0 || unopened.length > 0) return false
  const idle = keys.slice(1).map(({ id }) => id)
  say(
    `Xong: mọi giá trị và tệp ở dưới khóa ${sealing.id}.${idle.length > 0 ? ` Có thể bỏ khỏi DATA_KEYS: ${idle.join(', ')}.` : ''}`,
  )
  return true
}

async function rewriteFiles(folder: Folder, keys: readonly SealingKey[], often: Often): Promise<Resealed> {
  let last: Resealed = { name: 'files', resealed: 0, unopened: 0 }
  let files = 0
  try {
    for await (const done of resealFiles(folder, keys)) {
      last = done
      often('files', ++files)
    }
    return last
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause && 'syscall' in cause ? String(cause.code) : undefined
    if (code === undefined) throw cause
    throw new Fault(
      `Không đọc hoặc không ghi được thư mục tệp của công dân (${code}). Hãy sửa quyền hoặc chỗ trống của DATA_DIR/files rồi chạy lại lệnh này; phần đã làm vẫn giữ.`,
      { retry: false },
    )
  }
}

const countAll = async ({ engine, folder, keys }: Omit<DataKeyParts, 'say'>): Promise<Place[]> => [
  ...(await countColumns(engine, keys)),
  await countFiles(folder, keys),
]

type Often = (name: string, count: number) => void

const EVERY = 10_000

/** A line of progress for each ten thousand. */
function seldomly(say: (line: string) => void): Often {
  const told = new Map<string, number>()
  return (name, count) => {
    if (count - (told.get(name) ?? 0) < EVERY) return
    told.set(name, count)
    say(`${name}: đã xem ${count}…`)
  }
}

function describe({ name, under }: Place, keys: readonly SealingKey[]): string {
  const given = keys.map(({ id }) => id)
  const others = [...under.keys()].filter((id) => id !== '' && !given.includes(id)).sort()
  const parts = ['', ...given, ...others].flatMap((id) => {
    const { values, unopened } = under.get(id) ?? { values: 0, unopened: 0 }
    if (values === 0) return []
    if (id === '') return [`${values} chưa mã hóa`]
    if (!given.includes(id)) return [`${values} dưới khóa ${id} (DATA_KEYS không có khóa này)`]
    return [`${values} dưới khóa ${id}${unopened > 0 ? ` (KHÔNG MỞ ĐƯỢC ${unopened})` : ''}`]
  })
  return `${name}: ${parts.join(', ') || 'trống'}`
}

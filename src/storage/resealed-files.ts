import { placeOf } from '../attachments/file-store.ts'
import type { FileShelf, KeptFiles } from '../attachments/ports.ts'
import { createCodec, LONGEST_PREFIX } from './engine/codec.ts'
import { note, type Place } from './engine/count-keys.ts'
import { judgeKept, type Resealed } from './engine/reseal.ts'
import type { SealingKey } from './engine/sealing.ts'

export type Folder = Pick<FileShelf, 'older'> & KeptFiles

const NAME = 'files'

/** Looks at the beginning of each file of citizens, without opening it. */
export async function countFiles(folder: Folder, keys: readonly SealingKey[]): Promise<Place> {
  const codec = createCodec(keys)
  const place: Place = { name: NAME, under: new Map() }
  for await (const sha256 of names(folder)) {
    const kept = await folder.kept(sha256, LONGEST_PREFIX)
    if (kept) note(place.under, codec(placeOf(sha256)), kept, true)
  }
  return place
}

/** Brings every file of citizens under the first key, one after the other; answers after each with the counts so far. */
export async function* resealFiles(folder: Folder, keys: readonly SealingKey[]): AsyncGenerator<Resealed> {
  const codec = createCodec(keys)
  let [resealed, unopened] = [0, 0]
  for await (const sha256 of names(folder)) {
    const kept = await folder.kept(sha256)
    const judged = kept && judgeKept(keys, codec(placeOf(sha256)), kept)
    if (judged?.outcome === 'unopened') unopened++
    if (judged?.outcome === 'replaced' && (await folder.replace(sha256, judged.instead as Buffer))) resealed++
    yield { name: NAME, resealed, unopened }
  }
}

async function* names(folder: Folder): AsyncGenerator<string> {
  for await (const { name, whole } of folder.older(Infinity, '00/00')) if (whole) yield name
}

import { join } from 'node:path'
import type { Config } from '../config.ts'
import { Fault } from '../kernel/fault.ts'
import type { Log } from '../kernel/log.ts'
import { createCodec } from '../storage/engine/codec.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { checkKeys, type KeyTrouble } from '../storage/engine/key-proofs.ts'
import { openSqlite } from '../storage/engine/sqlite-engine.ts'

export type StorageConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'dataKeys'>

/** Opens the database and makes sure that DATA_KEYS fits what lies in it, or says which key does not. */
export async function openStorage(config: StorageConfig, log: Log): Promise<Engine> {
  const engine = await openUnchecked(config, log)
  try {
    refuseTrouble(await checkKeys(engine, config.dataKeys))
    return engine
  } catch (cause) {
    await engine.close()
    throw cause
  }
}

/** For what looks at the keys itself. */
export async function openUnchecked({ databaseUrl, dataDir, dataKeys }: StorageConfig, log: Log): Promise<Engine> {
  const codec = createCodec(dataKeys)
  // What the configuration does not ask for is not loaded: it would take a third of a start.
  return databaseUrl
    ? (await import('../storage/engine/postgres-engine.ts')).openPostgres(databaseUrl, codec, log)
    : openSqlite(join(dataDir, 'mot-cua.db'), codec)
}

/** Throws with the sentence for the operator. Names of keys may be told, secrets never. */
export function refuseTrouble({ missing, wrong }: KeyTrouble): void {
  const quoted = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(', ')
  if (wrong.length > 0)
    throw new Fault(
      `Khóa ${quoted(wrong)} trong DATA_KEYS không phải khóa đã dùng để mã hóa dữ liệu: cùng tên nhưng khác giá trị bí mật. Hãy đặt lại đúng giá trị bí mật cũ cho tên đó; khóa mới phải mang tên khác, ví dụ "${wrong[0]?.slice(0, 14)}-2".`,
      { retry: false },
    )
  if (missing.length > 0)
    throw new Fault(
      `Dữ liệu đã được mã hóa bằng khóa ${quoted(missing)} nhưng DATA_KEYS không có khóa đó. Hãy đặt lại khóa này trong DATA_KEYS, sau khóa đang dùng nếu có, ví dụ DATA_KEYS=khoa-dang-dung:…,${missing[0]}:…`,
      { retry: false },
    )
}

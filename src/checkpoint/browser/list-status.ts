import { renderInstant } from '../../kernel/clock.ts'
import { LISTS_KEPT_FRESH } from '../../permits/code/offline.ts'
import type { HeldBooks } from './held-books.ts'

/** The line under the camera: whether the phone can be relied on just now. */
export function renderListStatus(
  held: HeldBooks | undefined,
  isOnline: boolean,
  now: number,
): { text: string; isGood: boolean } {
  const signal = isOnline ? 'có mạng' : 'mất mạng, vẫn kiểm tra được'
  if (!held) return { text: `Chưa có danh sách, ${isOnline ? 'có mạng' : 'mất mạng'}`, isGood: false }
  const at = Math.min(held.keysAt, held.revokedAt)
  const isOld = now - at > LISTS_KEPT_FRESH
  return { text: `${isOld ? 'Danh sách CŨ' : 'Danh sách'} lúc ${renderInstant(at)}, ${signal}`, isGood: !isOld }
}

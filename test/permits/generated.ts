import type { PermitId } from '../../src/kernel/ids.ts'
import type { PermitClaims } from '../../src/permits/code/permit.ts'
import { NOW } from './sample.ts'

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Hoàng',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Thạch',
  'Trương',
]
const MIDDLE = [
  'Văn',
  'Thị',
  'Hữu',
  'Đức',
  'Ngọc',
  'Minh',
  'Thanh',
  'Hoàng',
  'Quốc',
  'Thị Mỹ',
  'Thị Kim',
  'Hoàng Phương',
  'Nguyễn Bảo',
  'Thị Hồng',
  'Công',
  'Trọng',
]
const GIVEN = ['Anh', 'Bình', 'Châu', 'Dũng', 'Đạt', 'Giang', 'Hạnh', 'Hằng', 'Khánh', 'Linh', 'Mai', 'Nghĩa', 'Oanh', 'Phượng', 'Quyên', 'Sương', 'Thảo', 'Trường', 'Tuyết', 'Út', 'Yến', 'Thúy Kiều', 'Bảo Trân'] // prettier-ignore
const SERIES = ['69A', '69C', '69LD', '95A', '69-B1', '69-C2', '69-MĐ1', '83-P3', '51H', '69C1']

/** Names, plates and routes as they are spread in life, the same for one seed. */
export function generateClaims(count: number, seed = 1): PermitClaims[] {
  let state = seed
  /** A linear congruential generator (the constants of Numerical Recipes). */
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('')
  const plate = () => {
    const series = one(SERIES)
    return series.includes('-') ? `${series} ${digits(3)}.${digits(2)}` : `${series}-${digits(3)}.${digits(2)}`
  }
  const area = () => (below(10) < 7 ? 1 + below(64) : 1001 + below(95))
  return Array.from({ length: count }, () => {
    const validFrom = NOW + below(48) * 1_800_000
    return {
      id: Array.from({ length: 16 }, () => below(16).toString(16)).join('') as PermitId,
      name: `${one(FAMILY)} ${one(MIDDLE)} ${one(GIVEN)}`,
      idLast4: digits(4),
      plate: below(10) < 9 ? plate() : '',
      ...{ from: area(), to: area(), purpose: 1 + below(9) },
      ...{ validFrom, validUntil: validFrom + (1 + below(14)) * 43_200_000 },
      ...(below(4) === 0 && {
        terms: { companions: below(3), days: 1 + below(126), from: 10 + below(4), to: 34 + below(8) },
      }),
    }
  })
}

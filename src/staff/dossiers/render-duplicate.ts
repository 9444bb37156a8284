import { renderInstant } from '../../kernel/clock.ts'
import type { Duplicate } from '../../casework/duplicates.ts'

const SAME = { person: 'trùng người', plate: 'trùng biển số' }

export const renderSame = ({ same }: Duplicate): string => same.map((one) => SAME[one]).join(', ')

const renderOther = ({ of }: Duplicate): string => (of.type === 'permit' ? `giấy số ${of.number}` : `hồ sơ ${of.code}`)

export const renderPeriod = ({ validFrom, validUntil }: Pick<Duplicate, 'validFrom' | 'validUntil'>): string =>
  `${renderInstant(validFrom)} đến ${renderInstant(validUntil)}`

/** `Trùng người với giấy số 7KX2-M9PQ (…).` */
export function renderDuplicate(duplicate: Duplicate): string {
  const same = renderSame(duplicate)
  return `${same[0]!.toUpperCase()}${same.slice(1)} với ${renderOther(duplicate)} (${renderPeriod(duplicate)}).`
}

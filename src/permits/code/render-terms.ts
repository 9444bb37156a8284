import { EVERY_DAY, type Terms } from './terms.ts'

const DAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** `05:00–09:30, thứ Hai, thứ Tư; kèm 2 người`: what is limited, and nothing else. */
export function renderTerms({ companions, days, from, to }: Terms): string {
  const hours = from === 0 && to === 48 ? [] : [`${renderHalfHour(from)}–${renderHalfHour(to)}`]
  const chosen = days === EVERY_DAY ? [] : DAYS.filter((_, i) => (days >> i) & 1)
  const when = [...hours, ...chosen].join(', ')
  const who = companions > 0 ? `kèm ${companions} người` : ''
  return [when || (who ? '' : 'không giới hạn'), who].filter(Boolean).join('; ')
}

const renderHalfHour = (count: number): string => `${String(count >> 1).padStart(2, '0')}:${count & 1 ? '30' : '00'}`

const SHORT_DAYS = ['2', '3', '4', '5', '6', '7', 'CN']

/**
 * The same in one short line of a picture, where each letter counts: `5:00–9:30 T2-4-6 +2`. A whole row of days is
 * `T2–6`; the message beside the picture says it in words.
 */
export function renderTermsBriefly({ companions, days, from, to }: Terms): string {
  const hours = from === 0 && to === 48 ? '' : `${briefly(from)}–${briefly(to)}`
  return [hours, days === EVERY_DAY ? '' : daysBriefly(days), companions > 0 ? `+${companions}` : '']
    .filter(Boolean)
    .join(' ')
}

function daysBriefly(days: number): string {
  const chosen = SHORT_DAYS.filter((_, i) => (days >> i) & 1)
  const isRow = chosen.length > 2 && SHORT_DAYS.join().includes(chosen.join())
  if (!isRow && chosen.length > 4) return `trừ ${daysBriefly(EVERY_DAY & ~days)}`
  const which = isRow ? `${chosen[0]}–${chosen.at(-1)}` : chosen.join('-')
  return which.startsWith('CN') ? which : `T${which}`
}

const briefly = (count: number): string => renderHalfHour(count).replace(/^0/, '')

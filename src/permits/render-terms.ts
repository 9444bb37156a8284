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

import type { Visit } from '../../src/conversation/flow/prospect.ts'

/** When a visit booked by `flows/dat-lich-hen` can be. */
export const VISIT: Visit = {
  day: { key: 'day', label: 'Ngày hẹn' },
  slot: { key: 'slot', label: 'Giờ hẹn' },
  sessions: [
    { key: 'sang-som', said: '7 giờ 30 đến 9 giờ', from: 450, to: 540 },
    { key: 'sang-tre', said: '9 giờ đến 11 giờ', from: 540, to: 660 },
    { key: 'chieu-som', said: '13 giờ 30 đến 15 giờ', from: 810, to: 900 },
    { key: 'chieu-tre', said: '15 giờ đến 16 giờ 30', from: 900, to: 990 },
  ],
}

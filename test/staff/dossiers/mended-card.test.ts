import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { DossierAction, ProposedTime } from '../../../src/dossiers/dossier.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import type { Status } from '../../../src/dossiers/status.ts'
import { MendedCard } from '../../../src/staff/dossiers/pages/mended-card.tsx'

const LATE = '9 giờ đến 11 giờ'
const time = (day: string): ProposedTime => ({ day, slot: 'sang-tre', said: LATE })
const proposed = (...days: string[]): DossierAction => ({
  ...{
    seq: 1,
    type: 'time proposed',
    at: 1,
    status: 'supplement',
    by: { type: 'staff', id: 'a' as StaffId, name: 'Bích' },
  },
  move: {
    wanted: ['day', 'slot'].map((key) => ({ key, label: key, why: 'Cơ quan họp' })),
    proposed: days.map(time),
    answerBy: 2_000_000_000_000,
  },
})
const answered = (day: string, shown: string): DossierAction => ({
  ...{ seq: 2, type: 'supplemented', at: 2, status: 'accepted', by: { type: 'citizen' } },
  move: {
    given: [
      { key: 'day', label: 'Ngày hẹn', value: day, shown },
      { key: 'slot', label: 'Giờ hẹn', value: 'sang-tre', shown: LATE },
    ],
  },
})
const card = (status: Status, ...actions: DossierAction[]): string =>
  renderToString(MendedCard({ status, actions, files: new Map() as never })!)

describe('the card of times that were proposed for a visit', () => {
  it('says that they wait for a choice, and until when', () => {
    expect(card('supplement', proposed('2030-05-08'))).toMatch(/đang chờ người dân chọn[^]*Hẹn trả lời trước/)
  })

  it('says which of them was chosen', () => {
    const said = card('accepted', proposed('2030-05-08', '2030-05-09'), answered('2030-05-09', '09/05/2030'))
    expect(said).toMatch(/Giờ đã đề nghị<[^]*Người dân chọn: thứ Năm 09\/05\/2030, 9 giờ đến 11 giờ\./)
  })

  it('says that none of them was chosen, and what instead', () => {
    const said = card(
      'supplement',
      proposed('2030-05-08'),
      proposed('2030-05-15'),
      answered('2030-05-08', '08/05/2030'),
    )
    expect(said).toMatch(/Giờ đã đề nghị<[^]*không chọn giờ nào trong số này, mà xin: 08\/05\/2030, 9 giờ/)
  })

  it.each<Status>(['withdrawn', 'accepted'])('waits for nobody once the visit is %s without a choice', (status) => {
    const said = card(status, proposed('2030-05-08'))
    expect(said).toMatch(/Giờ đã đề nghị<[^]*không còn chờ nữa/)
    expect(said).not.toMatch(/đang chờ|Hẹn trả lời trước/)
  })
})

import { describe, expect, it } from 'vitest'
import { prospectOf } from '../../src/conversation/flow/prospect.ts'
import { outlookOf } from '../../src/dossiers/outlook.ts'
import { statuses } from '../../src/dossiers/status.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'

const flows = await flowsOfFiles()
const NOW = Date.parse('2026-11-27T09:00:00+07:00')
const promised = (flow: string) => prospectOf(flows.current(flow)!, NOW)
const residence = promised('dang-ky-tam-tru')

describe('what comes next for who filed it', () => {
  it('is the legal term with the moment from which it runs, and the fee, once an office has taken it in', () => {
    expect(outlookOf('accepted', residence, NOW)).toEqual([
      'Thời hạn: 3 ngày làm việc. Tính từ lúc tiếp nhận, 09:00 27/11/2026.',
      expect.stringMatching(/^Lệ phí: 15\.000 đồng mỗi lần/),
    ])
  })

  it('before that is what an office does, and that the term does not run yet', () =>
    expect(outlookOf('registered', residence).join('\n')).toMatch(
      /^Cán bộ xem[^]*3 ngày làm việc\. Thời hạn tính từ lúc tiếp nhận đủ giấy tờ\.\nLệ phí[^]*Nơi làm: Công an xã, phường/,
    ))

  it('at the end is where to fetch it, when, whom to call and what to bring', () =>
    expect(outlookOf('done', residence).join('\n')).toMatch(
      /^Nơi làm: Công an xã[^]*thứ Hai đến thứ Sáu[^]*1800 1096[^]*căn cước và mã hồ sơ/,
    ))

  it('is no place and no fee where it is done in the chat for nothing', () => {
    expect(outlookOf('done', promised('cap-giay-di-duong'))).toEqual([])
    expect(outlookOf('accepted', promised('cap-giay-di-duong'), NOW)).toEqual([
      expect.stringMatching(/^Thời hạn: Cán bộ xét/),
    ])
  })

  it('of a visit that was taken in is to come, with what to bring and when desks work', () =>
    expect(outlookOf('accepted', promised('dat-lich-hen'), NOW).join('\n')).toMatch(
      /^Lịch hẹn được giữ[^]*căn cước[^]*thứ Hai đến thứ Sáu[^]*1800 1096/,
    ))

  it('is something to do in every status in which something is to be done', () => {
    const silent = statuses.filter((status) => outlookOf(status, residence).length === 0)
    expect(silent).toEqual(['withdrawn', 'returned'])
  })
})

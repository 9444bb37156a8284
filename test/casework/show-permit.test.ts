import { describe, expect, it } from 'vitest'
import type { CitizenId, PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createShowPermit } from '../../src/casework/show-permit.ts'
import { NOW, samplePermit, travelDossier } from '../permits/sample.ts'

const owner = travelDossier().citizen
const permit = await samplePermit()

const show = (kept: Permit | undefined, by: CitizenId = owner, id: PermitId = permit.id) =>
  createShowPermit({
    permits: { find: async (wanted) => (kept?.id === wanted ? kept : undefined) },
    dossiers: { find: async (wanted) => (wanted === permit.dossier ? travelDossier() : undefined) },
    permitName: (kind) => (kind === 'travel-pass' ? 'giấy đi đường' : kind),
  })(by, id, NOW)

describe('showing a permit again', () => {
  it('sends its holder the picture, with its number and its end', async () =>
    expect(await show(permit)).toEqual({
      type: 'picture',
      of: { permit: permit.id },
      caption: `Giấy đi đường số ${permit.number}, có hiệu lực đến 17:00 04/05/2030. Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.`,
    }))

  it('says in the picture’s caption what is limited', async () => {
    const terms = { companions: 0, days: 96, from: 10, to: 19 }
    expect(await show({ ...permit, terms })).toMatchObject({
      caption: expect.stringContaining(
        'đến 17:00 04/05/2030. Chỉ được đi: 05:00–09:30, thứ Bảy, Chủ nhật. Đưa',
      ) as string,
    })
  })

  it('answers a stranger who names a permit as it answers one who names none', async () => {
    const answered = await show(permit, '7000000000000000999' as CitizenId)
    expect(answered).toMatchObject({ type: 'text', text: expect.stringContaining('không tìm thấy') as string })
    expect(await show(permit, owner, '' as PermitId)).toEqual(answered)
    expect(await show(undefined)).toEqual(answered)
  })

  it.each([
    ['was revoked', { revokedAt: NOW }, 'đã được thu hồi'],
    ['ends this very second', { validUntil: NOW }, 'đã hết hạn lúc 07:30 01/05/2030'],
  ])('sends no picture of a permit that %s, and says why', async (_, changes, why) =>
    expect(await show({ ...permit, ...changes })).toMatchObject({
      type: 'text',
      text: expect.stringContaining(`${permit.number} ${why}`) as string,
    }),
  )
})

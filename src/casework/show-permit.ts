import { menuButton } from '../conversation/words/buttons.ts'
import { capitalised } from '../kernel/text.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { Paper } from '../dossiers/acts/act.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { CitizenId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { renderTerms } from '../permits/code/render-terms.ts'
import { openFrom } from '../permits/code/terms.ts'

interface ShowPermitPorts {
  permits: Pick<Permits, 'find'>
  dossiers: Pick<Dossiers, 'find'>
  /** As in running text: `giấy đi đường`. */
  permitName: (kind: string) => string
}

/** What a citizen who asks for the picture of a permit gets. Somebody else's is answered as if there were none. */
export const createShowPermit =
  ({ permits, dossiers, permitName }: ShowPermitPorts) =>
  async (citizen: CitizenId, id: PermitId, now: number): Promise<OutgoingMessage> => {
    const permit = await permits.find(id)
    const dossier = permit && (await dossiers.find(permit.dossier))
    return permit && dossier?.citizen === citizen
      ? showPermit(permit, permitName(permit.kind), now)
      : { type: 'text', text: 'Tôi không tìm thấy giấy này. Ông/bà nhắn “giấy của tôi” để xem lại.', choices }
  }

const choices = [menuButton]

/** The picture of a permit once more, or why it is not worth showing. */
function showPermit(permit: Permit, name: string, now: number): OutgoingMessage {
  const title = `${capitalised(name)} số ${permit.number}`
  const end = renderInstant(permit.validUntil)
  if (permit.revokedAt !== undefined)
    return {
      type: 'text',
      text: `${title} đã được thu hồi nên không gửi lại được. Nếu vẫn cần, ông/bà xin giấy mới.`,
      choices,
    }
  if (permit.validUntil <= now)
    return { type: 'text', text: `${title} đã hết hạn lúc ${end}. Nếu vẫn cần, ông/bà xin giấy mới.`, choices }
  const caption = `${title}, có hiệu lực đến ${end}.${limitsOf(permit)} Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.`
  return { type: 'picture', of: { permit: permit.id }, caption }
}

/** ` Chỉ được đi: 05:00–09:30, thứ Hai; kèm 2 người.`, or nothing where nothing is limited. */
const limitsOf = ({ terms }: Permit): string => (terms ? ` Chỉ được đi: ${renderTerms(terms)}.` : '')

/** The first instant at which an officer would let the holder pass. Epoch milliseconds. */
export const firstValid = ({ validFrom, terms }: Permit): number => openFrom(terms, validFrom)

/** The permit as an act names it. */
export const toPaper = (permit: Permit, name: string, now: number): Paper => ({
  ...{ id: permit.id, number: permit.number, limits: limitsOf(permit) },
  opensAt: firstValid(permit),
  validUntil: permit.validUntil,
  shown: showPermit(permit, name, now),
  isRevoked: permit.revokedAt !== undefined,
})

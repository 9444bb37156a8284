import type { OutgoingMessage } from '../../../conversation/words/messages.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierMessage, Unreached } from '../../../notifications/dossier-messages.ts'
import { toDial } from './with-phones.tsx'

/** Why a message is not there yet, in the words of somebody who has to decide whether to call. */
const NOT_YET: Record<Unreached['state'], string> = {
  waiting: 'đang gửi, Zalo chưa nhận',
  'in doubt': 'chưa rõ đã tới hay chưa, đang đối chiếu với Zalo',
  held: 'đang chờ người dân nhắn lại, vì lâu chưa nhắn nên Zalo chưa cho gửi',
  dead: 'người dân có thể đã chặn hoặc bỏ quan tâm',
}

/** What it takes to send a message once more, for who may. */
export interface Again {
  dossier: Pick<Dossier, 'id' | 'revision'>
  csrf: string
  /** As in the answers; not every procedure asks for one. */
  phone: string | undefined
}

interface DeliveriesProps {
  messages: readonly DossierMessage[]
  again?: Again | undefined
}

/** Messages that an act said, each with what became of it; nobody is called told who was not. */
export const Deliveries = ({ messages, again }: DeliveriesProps) => (
  <ul class="plain-list deliveries">
    {messages.map((message) => (
      <li key={message.seq}>
        {nameOf(message.message)} <State {...message} />
        {again && message.state === 'dead' && message.reason !== 'forgotten' && (
          <SendAgain {...again} message={message.seq} />
        )}
      </li>
    ))}
  </ul>
)

const SendAgain = ({ dossier, csrf, phone, message }: Again & { message: number }) => (
  <form method="post" action={`/staff/dossiers/${dossier.id}/resend`} class="no-print">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="revision" value={dossier.revision} />
    <button type="submit" class="plain" name="which" value={message}>
      Gửi lại
    </button>
    {phone && (
      <>
        {' '}
        hoặc gọi <a href={`tel:${toDial(phone)}`}>{phone}</a>
      </>
    )}
  </form>
)

const State = ({ state, settledAt, receivedAt, seenAt, reason }: DossierMessage) => {
  if (reason === 'forgotten') return <span class="soft inline">nội dung đã xóa theo yêu cầu của người dân</span>
  if (seenAt !== undefined) return <span class="fine">đã gửi · đã xem lúc {renderInstant(seenAt)}</span>
  if (receivedAt !== undefined) return <span class="fine">đã gửi · đã tới máy lúc {renderInstant(receivedAt)}</span>
  if (state === 'sent')
    return <span class="fine">đã tới Zalo{settledAt !== undefined && ` lúc ${renderInstant(settledAt)}`}</span>
  return <span class="doubt">{`${state === 'dead' ? 'chưa tới, ' : ''}${NOT_YET[state]}`}</span>
}

const nameOf = ({ type }: OutgoingMessage): string =>
  type === 'text' ? 'Tin nhắn:' : type === 'picture' ? 'Ảnh giấy:' : 'Tệp:'

interface UnreachedProps {
  unreached: Unreached
  /** As in the answers; not every procedure asks for one. */
  phone: string | undefined
}

/** What to do when the last word about a dossier has not arrived. */
export const NotReached = ({ unreached, phone }: UnreachedProps) => (
  <>
    <b>Chưa tới người dân</b> ({NOT_YET[unreached.state]}).{' '}
    {phone ? (
      <>
        Xin gọi <a href={`tel:${toDial(phone)}`}>{phone}</a>.
      </>
    ) : (
      'Hồ sơ không có số điện thoại.'
    )}
  </>
)

import type { OutgoingMessage } from '../../../conversation/words/messages.ts'
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

/** Messages that an act said, each with what became of it; nobody is called told who was not. */
export const Deliveries = ({ messages }: { messages: readonly DossierMessage[] }) => (
  <ul class="plain-list deliveries">
    {messages.map((message) => (
      <li key={message.seq}>
        {nameOf(message.message)} <State {...message} />
      </li>
    ))}
  </ul>
)

const State = ({ state, settledAt, reason }: DossierMessage) => {
  if (reason === 'forgotten') return <span class="soft inline">nội dung đã xóa theo yêu cầu của người dân</span>
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

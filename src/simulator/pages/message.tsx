import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { renderDay, renderInstant, toVietnamDay } from '../../kernel/clock.ts'
import type { Button, Content, MessageState, PhoneMessage } from '../transcript.ts'
import { DocumentIcon, PlaceIcon } from './icons.tsx'

const STATES: Readonly<Record<MessageState, string>> = {
  sending: 'Đang gửi',
  retrying: 'Chưa được nhận, đang gửi lại',
  accepted: 'Đã gửi',
  lost: 'Không gửi được',
  received: '',
  seen: '',
}

const NOTICES = {
  followed: 'Ông/bà đã quan tâm tài khoản này',
  unfollowed: 'Ông/bà đã bỏ quan tâm tài khoản này',
  'opened the chat': 'Ông/bà đã mở cuộc trò chuyện',
  blocked: 'Ông/bà đã chặn tin nhắn của tài khoản này',
  unblocked: 'Ông/bà đã bỏ chặn tin nhắn của tài khoản này',
} as const

const OTHERS = { voice: 'Tin nhắn thoại', video: 'Video', link: 'Liên kết' } as const

/** The same media under the address the page was opened with, which may differ from the public one. */
export function toOwnPath(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address
  return path.startsWith('/simulator/') ? path : address
}

/** Addresses inside a text become links; only http and https are ever recognised. */
const withLinks = (text: string): ComponentChildren[] =>
  text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, i) =>
    i % 2 === 1 ? (
      <a href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )

function Choice({ button }: { button: Button }) {
  switch (button.type) {
    case 'oa.open.url':
      return (
        <a class="choice" href={button.payload.url} target="_blank" rel="noopener noreferrer">
          {button.title}
          <span aria-hidden="true"> ↗</span>
        </a>
      )
    case 'oa.open.phone':
    case 'oa.open.sms':
      return (
        <a class="choice" href={`${button.type === 'oa.open.sms' ? 'sms' : 'tel'}:+${button.payload.phone_code}`}>
          {button.title}
        </a>
      )
    default:
      return (
        <button type="button" class="choice" data-button={button.payload}>
          {button.title}
        </button>
      )
  }
}

const Picture = ({ url, thumbnail, caption }: { url: string; thumbnail: string; caption?: string }) => (
  <figure>
    <a href={toOwnPath(url)} target="_blank" rel="noopener" title="Xem ảnh lớn">
      <img src={toOwnPath(thumbnail)} alt={caption ? `Ảnh: ${caption}` : 'Ảnh'} />
    </a>
    {caption && <figcaption>{withLinks(caption)}</figcaption>}
  </figure>
)

const Card = ({ href, icon, title, detail }: { href?: string; icon: VNode; title: string; detail: string }) => {
  const inside = (
    <>
      {icon}
      <span>
        <strong>{title}</strong>
        <small>{detail}</small>
      </span>
    </>
  )
  return href ? (
    <a class="card" href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  ) : (
    <div class="card">{inside}</div>
  )
}

const renderBytes = (bytes: number): string =>
  bytes < 1_024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1_024)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`

function Inside({ content }: { content: Exclude<Content, { type: 'notice' }> }) {
  switch (content.type) {
    case 'text':
      return (
        <>
          <p class="said">{withLinks(content.text)}</p>
          {content.buttons && (
            <div class="choices">
              {content.buttons.map((button) => (
                <Choice button={button} />
              ))}
            </div>
          )}
        </>
      )
    case 'picture':
      return <Picture {...content} />
    case 'document':
      return (
        <Card
          href={toOwnPath(content.url)}
          icon={<DocumentIcon />}
          title={content.name}
          detail={renderBytes(content.bytes)}
        />
      )
    case 'location':
      return <Card icon={<PlaceIcon />} title="Vị trí" detail={`${content.latitude}, ${content.longitude}`} />
    case 'sticker':
      return <img class="sticker" src={toOwnPath(content.url)} alt="Nhãn dán" width="112" height="112" />
    case 'contact':
      return <Card icon={<DocumentIcon />} title={content.name} detail={content.phone} />
    case 'request for contact':
      return <Card icon={<DocumentIcon />} title={content.title} detail={content.subtitle} />
    case 'other':
      return <Card icon={<DocumentIcon />} title={OTHERS[content.what]} detail={content.url} />
  }
}

export function Message({ message }: { message: PhoneMessage }) {
  const { seq, from, at, content, state, above } = message
  const id = `m${seq}`
  // Shows nothing, but tells the page which button was tapped.
  if (message.hidden) return <div id={id} hidden data-tapped={content.type === 'text' ? content.text : ''} />
  const day = toVietnamDay(at)
  const isNewDay = !above || toVietnamDay(above.at) !== day
  const separator = isNewDay && <p class="day">{renderDay(day)}</p>
  if (content.type === 'notice') {
    return (
      <div id={id} class="row notice">
        {separator}
        <p>{NOTICES[content.what]}</p>
      </div>
    )
  }
  const continues = !isNewDay && above.from === from
  const plain = content.type === 'sticker' || (content.type === 'picture' && !content.caption)
  return (
    <div id={id} class={`row ${from}${continues ? ' continues' : ''}`}>
      {separator}
      {from === 'oa' && <span class="avatar" aria-hidden="true" />}
      <div class={`bubble${plain ? ' plain' : ''}${content.type === 'text' && content.buttons ? ' wide' : ''}`}>
        <span class="unseen">{from === 'oa' ? 'Tài khoản: ' : 'Ông/bà: '}</span>
        <Inside content={content} />
        <p class={`meta ${state}`}>
          <time datetime={new Date(at).toISOString()}>{renderInstant(at).slice(0, 5)}</time>
          {STATES[state] && <span class="state">{STATES[state]}</span>}
        </p>
      </div>
    </div>
  )
}

export const renderMessage = (message: PhoneMessage): string => render(<Message message={message} />)

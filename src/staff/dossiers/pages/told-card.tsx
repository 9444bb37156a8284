import type { OutgoingMessage } from '../../../conversation/words/messages.ts'

/** What the citizen will read, word for word. */
export const ToldCard = ({ messages }: { messages: readonly OutgoingMessage[] }) => (
  <section class="card" aria-labelledby="message">
    <h2 id="message">Tin nhắn người dân sẽ nhận</h2>
    {messages.map((message) => (
      <blockquote>{renderPlain(message)}</blockquote>
    ))}
  </section>
)

const renderPlain = (message: OutgoingMessage): string =>
  message.type === 'text'
    ? message.text
    : message.type === 'picture'
      ? `[Ảnh giấy có mã QR] ${message.caption}`
      : '[Tệp]'

import { render } from 'preact-render-to-string'
import type { Citizen } from '../citizens.ts'
import type { PhoneMessage } from '../transcript.ts'
import { FaultPanel, type Status } from './fault-panel.tsx'
import { CardIcon, FileIcon, PhotoIcon, PlaceIcon, SendIcon, StickerIcon } from './icons.tsx'
import { Message } from './message.tsx'
import { province } from '../../province/province.ts'

interface ChatPage {
  oaName: string
  citizen: Citizen
  citizens: readonly Citizen[]
  messages: readonly PhoneMessage[]
  status: Status
}

const Header = ({ oaName, citizen }: { oaName: string; citizen: Citizen }) => (
  <header class="top">
    <span class="avatar" aria-hidden="true" />
    <div class="names">
      <h1>{oaName}</h1>
      <p>
        <span class="badge">Mô phỏng</span> {citizen.name}
      </p>
    </div>
    <button type="button" class="follow" id="follow" aria-pressed={citizen.follows ? 'true' : 'false'}>
      {citizen.follows ? 'Đã quan tâm' : 'Quan tâm'}
    </button>
  </header>
)

const Intro = ({ oaName, shown }: { oaName: string; shown: boolean }) => (
  <div class="intro" id="intro" hidden={!shown}>
    <span class="avatar large" aria-hidden="true" />
    <h2>{oaName}</h2>
    <p>Làm thủ tục hành chính, nhận giấy đi đường và theo dõi hồ sơ ngay trong cuộc trò chuyện này.</p>
    <button type="button" class="start" data-deed="open">
      Bắt đầu trò chuyện
    </button>
    <p class="small">Đây là trang mô phỏng Zalo để thử nghiệm. Xin không nhập thông tin thật.</p>
  </div>
)

const Composer = () => (
  <form class="composer" id="composer">
    <div class="line">
      <label for="text" class="unseen">
        Tin nhắn
      </label>
      <textarea id="text" name="text" rows={1} placeholder="Nhập tin nhắn" autocomplete="off" />
      <button type="submit" class="send" aria-label="Gửi" title="Gửi">
        <SendIcon />
      </button>
    </div>
    <div class="tools" role="group" aria-label="Gửi kèm">
      <label class="tool" title="Gửi ảnh">
        <input type="file" id="photos" accept="image/*" multiple aria-label="Gửi ảnh" />
        <PhotoIcon />
      </label>
      <label class="tool" title="Gửi tệp">
        <input type="file" id="document" aria-label="Gửi tệp" />
        <FileIcon />
      </label>
      <button type="button" class="tool" id="place" title="Gửi vị trí" aria-label="Gửi vị trí">
        <PlaceIcon />
      </button>
      <button
        type="button"
        class="tool"
        data-deed="card"
        title="Gửi ảnh thẻ căn cước mẫu"
        aria-label="Gửi ảnh thẻ căn cước mẫu"
      >
        <CardIcon />
      </button>
      <button type="button" class="tool" data-deed="sticker" title="Gửi nhãn dán" aria-label="Gửi nhãn dán">
        <StickerIcon />
      </button>
    </div>
    <p class="toast" id="toast" role="status" />
  </form>
)

const PlaceDialog = () => (
  <dialog id="places" aria-labelledby="places-title">
    <form method="dialog">
      <h2 id="places-title">Gửi vị trí nào?</h2>
      {province.places.map(({ name, latitude, longitude }) => (
        <button type="submit" class="choice" data-latitude={String(latitude)} data-longitude={String(longitude)}>
          {name}
        </button>
      ))}
      <button type="submit" class="quiet">
        Đóng
      </button>
    </form>
  </dialog>
)

export function renderChatPage({ oaName, citizen, citizens, messages, status }: ChatPage): string {
  const rev = messages.reduce((newest, message) => Math.max(newest, message.rev), 0)
  const page = (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${oaName} – trò chuyện mô phỏng`}</title>
        <link rel="icon" href="/simulator/assets/sticker.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/simulator/assets/chat.css" />
        <script type="module" src="/simulator/assets/chat.js" />
      </head>
      <body data-citizen={citizen.id} data-rev={String(rev)}>
        <main class="phone" aria-label={`Điện thoại của ${citizen.name}`}>
          <Header oaName={oaName} citizen={citizen} />
          <div class="scroll" id="scroll" tabIndex={0} role="region" aria-label="Nội dung trò chuyện">
            <Intro oaName={oaName} shown={messages.length === 0} />
            <div class="log" id="log" role="log" aria-live="polite" aria-label="Cuộc trò chuyện">
              {messages.map((message) => (
                <Message message={message} />
              ))}
            </div>
          </div>
          <Composer />
        </main>
        <FaultPanel citizen={citizen} citizens={citizens} status={status} />
        <PlaceDialog />
      </body>
    </html>
  )
  return `<!doctype html>${render(page)}`
}

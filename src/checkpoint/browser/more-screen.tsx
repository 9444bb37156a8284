import { useState } from 'preact/hooks'

interface MoreProps {
  postName: string
  status: { text: string; isGood: boolean }
  waiting: number
  because?: string
  /** Present when the browser offers to put the app on the home screen. */
  onInstall?: () => void
  isInstalled: boolean
  onRenew: () => Promise<void>
  onSignOut: () => Promise<string | undefined>
  onBack: () => void
}

export function MoreScreen({ postName, status, waiting, because, ...props }: MoreProps) {
  const [news, setNews] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const renew = async () => {
    setBusy(true)
    await props.onRenew()
    setBusy(false)
  }
  return (
    <main class="sheet">
      <h1>{postName}</h1>
      <p class={status.isGood ? 'status' : 'status old'} role="status">
        {status.text}
      </p>
      <p>
        {waiting === 0 ? 'Mọi lượt quét đã gửi về cơ quan.' : `${waiting} lượt quét còn trong máy, tự gửi khi có sóng.`}
      </p>
      {because !== undefined && (
        <p class="trouble" role="alert">
          {because}
        </p>
      )}
      <button class="main" onClick={props.onBack}>
        Quay lại quét mã
      </button>
      <button class="plain" disabled={isBusy} onClick={() => void renew()}>
        {isBusy ? 'Đang cập nhật…' : 'Cập nhật danh sách ngay'}
      </button>
      {props.onInstall && (
        <button class="plain" onClick={props.onInstall}>
          Cài ứng dụng vào máy
        </button>
      )}
      {!props.isInstalled && !props.onInstall && (
        <p class="soft">
          Để mở được khi mất sóng: Android bấm ⋮ rồi “Thêm vào màn hình chính”; iPhone bấm Chia sẻ rồi “Thêm vào MH
          chính”.
        </p>
      )}
      {isLeaving ? (
        <section class="leaving" role="alertdialog" aria-labelledby="leaving">
          <p id="leaving">
            {waiting > 0
              ? `Còn ${waiting} lượt quét chưa gửi. Đăng xuất sẽ gửi trước; chưa gửi được thì ở lại trong máy, đợi chốt này đăng nhập lại. `
              : ''}
            Đăng xuất thì muốn quét tiếp phải có sóng và mã đăng nhập của chốt.
          </p>
          <button class="plain" onClick={() => void props.onSignOut().then((trouble) => setNews(trouble ?? ''))}>
            {`Đăng xuất ${postName}`}
          </button>
          <button
            class="main"
            ref={(button: HTMLButtonElement | null) => button?.focus()}
            onClick={() => setLeaving(false)}
          >
            Ở lại
          </button>
        </section>
      ) : (
        <button
          class="plain"
          onClick={() => {
            // A phone that the agency signed out has nothing left to be asked about.
            if (because === undefined) setLeaving(true)
            else void props.onSignOut().then((trouble) => setNews(trouble ?? ''))
          }}
        >
          {because === undefined ? 'Đăng xuất chốt này' : 'Đăng nhập lại'}
        </button>
      )}
      {news && (
        <p class="trouble" role="alert">
          {news}
        </p>
      )}
      <p class="soft">
        Máy chỉ ghi số hiệu giấy, giờ quét và kết quả; không ghi họ tên, biển số. Cơ quan xóa từng lượt quét sau 3 ngày.
      </p>
    </main>
  )
}

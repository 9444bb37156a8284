import { useEffect, useRef, useState } from 'preact/hooks'
import { type Camera, type CameraTrouble, openCamera } from './camera.ts'
import { createDecoder, type Decode } from './decoder.ts'

interface ScanProps {
  postName: string
  status: { text: string; isGood: boolean }
  waiting: number
  sound: boolean
  night: boolean
  /** A verdict is shown over the camera, which stays open so that the next look is quick. */
  isPaused: boolean
  onText: (text: string) => void
  onNumber: () => void
  onSound: () => void
  onNight: () => void
  onMore: () => void
}

/** Ten looks a second leave a cheap phone time to draw. */
const PAUSE = 100

const TROUBLES: Record<CameraTrouble, string> = {
  denied: 'Ứng dụng chưa được dùng máy ảnh. Bấm biểu tượng ổ khóa cạnh địa chỉ, chọn Máy ảnh: Cho phép, rồi mở lại.',
  none: 'Máy này không có máy ảnh. Xin nhập số giấy.',
  busy: 'Máy ảnh đang bận. Đóng ứng dụng khác đang dùng máy ảnh rồi bấm Thử lại.',
  insecure: 'Trình duyệt này không cho dùng máy ảnh. Mở trang bằng Chrome hoặc Safari, đừng mở trong Zalo.',
}

let decoder: Promise<Decode> | undefined

/** A phone that locks itself between two vehicles costs the queue more than its battery. */
const keepAwake = async () =>
  'wakeLock' in navigator ? navigator.wakeLock.request('screen').catch(() => undefined) : undefined

export function ScanScreen(props: ScanProps) {
  const { postName, status, waiting, sound, night, isPaused, onText } = props
  const video = useRef<HTMLVideoElement>(null)
  const [camera, setCamera] = useState<Camera | CameraTrouble>()
  const [isLit, setLit] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const tell = useRef(onText)
  tell.current = onText
  const paused = useRef(isPaused)
  paused.current = isPaused

  useEffect(() => {
    let isOver = false
    let opened: Camera | undefined
    let awake: Promise<{ release(): Promise<void> } | undefined> | undefined
    const look = async () => {
      const decode = await (decoder ??= createDecoder())
      while (!isOver) {
        const seen = video.current
        const isLooking = seen && seen.readyState >= 2 && !paused.current && !document.hidden
        const text = isLooking ? await decode(seen).catch(() => undefined) : undefined
        if (text !== undefined && !isOver) tell.current(text)
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    }
    const open = async () => {
      const answer = await openCamera(() => setCamera('busy'))
      if (typeof answer === 'string') {
        if (!isOver) setCamera(answer)
        return
      }
      if (isOver) return answer.close()
      opened = answer
      setLit(false)
      awake = keepAwake()
      setCamera(answer)
      const shown = video.current
      if (shown) {
        shown.srcObject = answer.stream
        await shown.play().catch(() => undefined)
      }
      await look()
    }
    // The lamp and the lens rest while somebody else is on the screen.
    const follow = () => {
      if (document.hidden) opened?.close()
      else setAttempt((count) => count + 1)
    }
    document.addEventListener('visibilitychange', follow)
    void open()
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', follow)
      opened?.close()
      void awake?.then((lock) => lock?.release())
    }
  }, [attempt])

  const trouble = typeof camera === 'string' ? TROUBLES[camera] : undefined
  const lamp = typeof camera === 'object' ? camera.lamp : undefined
  return (
    <main class="scan" aria-label="Quét mã" inert={isPaused}>
      <div class="top">
        <h1>{postName}</h1>
        <button class="small" onClick={props.onMore}>
          Thêm
        </button>
      </div>
      <div class="finder">
        {trouble ? (
          <div class="trouble-box" role="alert">
            <p>{trouble}</p>
            <button class="main" onClick={() => setAttempt(attempt + 1)}>
              Thử lại
            </button>
          </div>
        ) : (
          <>
            <video ref={video} playsInline muted aria-label="Hình từ máy ảnh" />
            <div class="frame" aria-hidden="true" />
            <p class="hint">Đưa mã QR vào khung, cách khoảng 20–30 cm</p>
          </>
        )}
      </div>
      <p class={status.isGood ? 'status' : 'status old'} role="status">
        {status.text}
        {waiting > 0 && `, ${waiting} lượt chờ gửi`}
      </p>
      <div class="tools">
        {lamp && (
          <button
            aria-pressed={isLit}
            onClick={() => {
              void lamp(!isLit).then(
                () => setLit(!isLit),
                () => undefined,
              )
            }}
          >
            Đèn
          </button>
        )}
        <button aria-pressed={sound} onClick={props.onSound}>
          Âm thanh
        </button>
        <button aria-pressed={night} onClick={props.onNight}>
          Ban đêm
        </button>
      </div>
      <button class="main" onClick={props.onNumber}>
        Nhập số giấy
      </button>
    </main>
  )
}

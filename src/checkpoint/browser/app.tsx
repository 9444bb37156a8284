import { render } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { latestOf } from '../../permits/code/phone-clock.ts'
import { renderListStatus } from './list-status.ts'
import { MoreScreen } from './more-screen.tsx'
import { NumberScreen } from './number-screen.tsx'
import { openPhoneStore, type PhoneStore, type Preferences } from './phone-store.ts'
import { ScanScreen } from './scan-screen.tsx'
import type { ShownVerdict } from './shown-verdict.ts'
import { SignInScreen } from './sign-in-screen.tsx'
import { createSignals } from './signals.ts'
import { useInstallation } from './use-installation.ts'
import { type Remembered, usePost } from './use-post.ts'
import { VerdictScreen } from './verdict-screen.tsx'

/** The code that was just shown is still before the lens when the officer goes on. */
const SAME_CODE_RESTS = 3_000

/** What is signed in or kept inside a chat application is lost to the browser, and the camera is often refused there. */
const InAppNews = () =>
  /Zalo|FBA[NV]|Instagram/.test(navigator.userAgent) ? (
    <p class="news">
      Trang đang mở trong Zalo hoặc Facebook. Xin bấm ⋯ rồi “Mở bằng trình duyệt” (Chrome, Safari) trước khi đăng nhập.
    </p>
  ) : null

interface AppProps {
  store: PhoneStore
  remembered: Remembered
  preferred: Preferences
}

function App({ store, remembered, preferred }: AppProps) {
  const post = usePost(store, remembered)
  const { install, update, isInstalled } = useInstallation()
  const [screen, setScreen] = useState<'scan' | 'number' | 'more'>('scan')
  const [verdict, setVerdict] = useState<ShownVerdict>()
  const [preferences, setPreferences] = useState(preferred)
  const signals = useMemo(createSignals, [])
  const last = useRef({ text: '', at: 0 })
  const night = preferences.night ?? matchMedia('(prefers-color-scheme: dark)').matches

  useEffect(() => {
    document.documentElement.dataset['night'] = night ? 'on' : 'off'
  }, [night])
  useEffect(() => {
    addEventListener('pointerdown', signals.allow)
  }, [])

  const prefer = (change: Partial<Preferences>) => {
    const changed = { ...preferences, ...change }
    setPreferences(changed)
    void store.preferences.put(changed)
  }
  const show = (next: ShownVerdict) => {
    setVerdict(next)
    signals.give(next.colour, preferences.sound)
  }
  const onText = (text: string) => {
    const isSame = text === last.current.text && Date.now() - last.current.at < SAME_CODE_RESTS
    last.current = { text, at: Date.now() }
    if (!isSame) void post.judgeText(text).then(show)
  }
  const goOn = () => {
    last.current.at = Date.now()
    setVerdict(undefined)
    setScreen('scan')
  }

  const leave = async () => {
    const trouble = await post.signOut()
    if (trouble === undefined) setScreen('scan')
    return trouble
  }

  const { welcome } = post
  if (!welcome)
    return (
      <>
        <InAppNews />
        <SignInScreen onSignIn={post.signIn} />
      </>
    )

  const status = renderListStatus(post.held, post.isOnline, post.now)
  const about = { postName: welcome.post.name, status, waiting: post.waiting }
  const title = verdict && 'claims' in verdict.shown ? welcome.titles[verdict.shown.claims.purpose] : undefined
  return (
    <>
      {update && (
        <button class="news" onClick={update}>
          Có bản mới. Bấm để cập nhật
        </button>
      )}
      <InAppNews />
      {post.because !== undefined && screen !== 'more' && (
        <button class="news" onClick={() => setScreen('more')}>
          Cần đăng nhập lại để gửi lượt quét. Bấm để xem
        </button>
      )}
      {screen === 'scan' && (
        <ScanScreen
          {...about}
          sound={preferences.sound}
          night={night}
          isPaused={verdict !== undefined}
          onText={onText}
          onNumber={() => setScreen('number')}
          onSound={() => prefer({ sound: !preferences.sound })}
          onNight={() => prefer({ night: !night })}
          onMore={() => setScreen('more')}
        />
      )}
      {screen === 'number' && !verdict && (
        <NumberScreen
          isOnline={post.isOnline}
          onNumber={async (number) => show(await post.judgeNumber(number))}
          onBack={() => setScreen('scan')}
        />
      )}
      {screen === 'more' && (
        <MoreScreen
          {...about}
          {...(post.because !== undefined && { because: post.because })}
          {...(install && { onInstall: install })}
          isInstalled={isInstalled}
          onRenew={post.renew}
          onSignOut={leave}
          onBack={() => setScreen('scan')}
        />
      )}
      {verdict && (
        <VerdictScreen
          verdict={verdict}
          {...(title !== undefined && { title })}
          renderPurpose={(code) => welcome.purposes[code] ?? `Mục đích số ${code}`}
          onNext={goOn}
        />
      )}
    </>
  )
}

async function start(): Promise<void> {
  const store = await openPhoneStore()
  const [welcome, books, kept, preferred, scans] = await Promise.all([
    store.welcome.get(),
    store.books.get(),
    store.clock.get(),
    store.preferences.get(),
    store.scans(),
  ])
  const marks = [kept?.seen, books?.keysAt, books?.revokedAt, ...scans.map(({ at }) => at)]
  const seen = latestOf(marks)
  const clock = { ahead: kept?.ahead ?? 0, ...(seen !== undefined && { seen }) }
  render(
    <App store={store} remembered={{ welcome, books, clock }} preferred={preferred ?? { sound: true }} />,
    document.body,
  )
}

const NO_STORE =
  'Trình duyệt không cho ứng dụng cất danh sách vào máy. Xin mở bằng Chrome hoặc Safari, không ở chế độ ẩn danh.'

start().catch(() => render(<p class="sheet">{NO_STORE}</p>, document.body))

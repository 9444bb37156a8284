import { useEffect, useRef, useState } from 'preact/hooks'
import type { PostId } from '../../kernel/ids.ts'
import { parseNumber } from '../../permits/code/number.ts'
import { isNumberRevoked, judgeOffline, type OfflineBooks } from '../../permits/code/offline.ts'
import type { Verdict } from '../../permits/code/judge.ts'
import type { Shown } from '../verdict-words.ts'
import * as agency from './agency.ts'
import { hear, look, type PhoneClock } from '../../permits/code/phone-clock.ts'
import { digitsIn } from './code-text.ts'
import { type HeldBooks, openBooks, renewBooks } from './held-books.ts'
import type { PhoneStore } from './phone-store.ts'
import { toScan } from './scan-queue.ts'
import { notLookedUp, plain, showVerdict, type ShownVerdict } from './shown-verdict.ts'
import { useWaitingScans } from './use-waiting-scans.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How long an officer waits for newer lists before a code under a key that nobody has heard of is judged. */
const PATIENCE = 4_000

/** What the phone knew when the app was closed. */
export interface Remembered {
  welcome?: agency.Welcome | undefined
  books?: HeldBooks | undefined
  clock: PhoneClock
}

/** `crypto.randomUUID` is younger than the phones this runs on. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 15) | 64
  bytes[8] = (bytes[8]! & 63) | 128
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The post's books, its scans, and its line to the agency. */
export function usePost(store: PhoneStore, remembered: Remembered) {
  const [welcome, setWelcome] = useState(remembered.welcome)
  const [held, setHeld] = useState(remembered.books)
  const [isOnline, setOnline] = useState(navigator.onLine)
  const [refusal, setRefusal] = useState<string>()
  const [now, setNow] = useState(Date.now())
  const clock = useRef(remembered.clock)
  const books = useRef<Promise<OfflineBooks | undefined>>(openBooks(remembered.books))
  const latest = useRef(remembered.books)
  const { upload, add, waiting, because } = useWaitingScans(store)

  const keepClock = (next: PhoneClock) => {
    clock.current = next
    void store.clock.put(next)
  }

  const keepBooks = async (renewed: HeldBooks | undefined) => {
    if (!renewed || renewed === latest.current) return
    latest.current = renewed
    books.current = openBooks(renewed)
    setHeld(renewed)
    await store.books.put(renewed)
  }

  /** One at a time: two at once could put an older list over a newer one. */
  const renewing = useRef<Promise<void>>(undefined)
  const renew = (roots: readonly string[]): Promise<void> =>
    (renewing.current ??= (async () => {
      await keepBooks(await renewBooks(latest.current, roots, agency.lists))
      await upload()
    })().finally(() => (renewing.current = undefined)))

  const enter = async (given: agency.Welcome) => {
    setWelcome(given)
    setRefusal(undefined)
    await store.welcome.put(given)
    await renew(given.roots)
  }

  /** Labels may have changed; the roots stay those that were given at sign-in. */
  const greet = async (known: agency.Welcome) => {
    const answer = await agency.session()
    if (answer.outcome === 'ok') return enter({ ...answer.value, roots: known.roots })
    if (answer.outcome === 'refused') setRefusal(answer.because)
    return renew(known.roots)
  }

  useEffect(() => {
    agency.listenToClock((heard) => {
      const { keysAt = 0, revokedAt = 0 } = latest.current ?? {}
      keepClock(hear(heard, Date.now(), [keysAt, revokedAt]))
    })
    keepClock(look(clock.current, Date.now()))
    const follow = () => {
      setOnline(navigator.onLine)
      if (navigator.onLine && welcome) void renew(welcome.roots)
    }
    addEventListener('online', follow)
    addEventListener('offline', follow)
    if (welcome) void greet(welcome)
    const fetchLists = setInterval(follow, HOUR)
    // The lists grow old while nobody touches the screen.
    const tick = setInterval(() => {
      setNow(Date.now())
      keepClock(look(clock.current, Date.now()))
    }, MINUTE)
    return () => {
      removeEventListener('online', follow)
      removeEventListener('offline', follow)
      clearInterval(fetchLists)
      clearInterval(tick)
    }
  }, [welcome?.post.id])

  const record = async (verdict: ShownVerdict, by: 'camera' | 'number') => {
    if (!welcome) return
    const at = Date.now() - clock.current.ahead
    keepClock(look(clock.current, Date.now()))
    const post = welcome.post.id as PostId
    await add(toScan(verdict, { id: randomUuid(), post, at, by, offline: !navigator.onLine }))
  }

  return {
    welcome,
    held,
    isOnline,
    now,
    waiting,
    because: refusal ?? because,
    renew: async () => (welcome ? renew(welcome.roots) : undefined),

    signIn: async (post: string, code: string): Promise<string | undefined> => {
      const answer = await agency.signIn(post, code)
      if (answer.outcome === 'refused') return answer.because
      if (answer.outcome === 'no signal')
        return 'Không có sóng hoặc máy chủ chưa trả lời. Lần đầu cần có sóng để đăng nhập.'
      // Android then spares the lists when the phone runs out of space.
      if ('storage' in navigator) void navigator.storage.persist()
      await enter(answer.value)
      return undefined
    },

    /** A sentence when it cannot be done now. */
    signOut: async (): Promise<string | undefined> => {
      await upload()
      if (!(await agency.signOut())) return 'Đăng xuất cần có sóng, để gửi hết lượt quét và khóa máy này lại.'
      await store.welcome.clear()
      setWelcome(undefined)
      return undefined
    },

    judgeText: async (text: string): Promise<ShownVerdict> => {
      const digits = digitsIn(text)
      if (digits === undefined) return plain({ verdict: 'unknown', why: 'not ours' })
      const judge = async () => judgeOffline(digits, await books.current, { ...clock.current, now: Date.now() })
      let judged = await judge()
      if (judged.isKeyUnknown && welcome && navigator.onLine) {
        await Promise.race([renew(welcome.roots), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
        judged = await judge()
      }
      const verdict = showVerdict(judged)
      void record(verdict, 'camera')
      return verdict
    },

    judgeNumber: async (typed: string): Promise<ShownVerdict> => {
      const number = parseNumber(typed) ?? typed
      const answer = await agency.lookUpNumber(number)
      const because = answer.outcome === 'refused' ? answer.because : undefined
      const verdict =
        answer.outcome === 'ok'
          ? plain(ofNumber(answer.value.verdict))
          : withoutAnswer(number, (await books.current)?.revoked, because)
      void record(verdict, 'number')
      return verdict
    },
  }
}

/** The agency's book has no such number: nothing was sealed that could be genuine. */
const ofNumber = (verdict: Verdict): Shown =>
  verdict.verdict === 'unknown' ? { verdict: 'unknown', why: 'no such number' } : verdict

/** A number alone cannot be checked without the agency, but a revoked one is known. */
const withoutAnswer = (number: string, revoked: Uint8Array | undefined, because?: string) =>
  revoked && isNumberRevoked(number, revoked)
    ? plain({ verdict: 'unknown', why: 'number revoked' })
    : notLookedUp(because)

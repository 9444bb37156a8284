import { setTimeout as pause } from 'node:timers/promises'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { citizenId } from './talk.ts'

/** From the menu to the receipt, each answer with a word of what is said to it. */
const FILING: readonly (readonly [text: string, reply: string])[] = [
  ['menu', 'Kính chào'],
  ['#lam:cap-giay-di-duong', 'đồng ý không'],
  ['#co', 'điền nhanh'],
  ['#tu-nhap', 'nhắn họ tên'],
  ['Nguyễn Văn An', 'Số căn cước'],
  ['096190012345', 'Số điện thoại'],
  ['0912345678', 'Hoặc chọn'],
  ['1', 'đi từ đâu đến đâu'],
  ['xã Đất Mũi', 'Còn thiếu: Nơi đến'],
  ['phường An Xuyên', 'Biển số xe'],
  ['bỏ qua', 'Còn thiếu: Đi từ'],
  ['7h sáng mai', 'về lúc nào'],
  ['17h ngày mai', 'giấy hẹn khám'],
  ['#bo-qua', 'Ông/bà'],
  ['#nop', 'mã tra cứu'],
]

const REASON = 'Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.'

/** Citizens far from those whose replies are judged. */
const FIRST_FILER = 900

interface OfficeParts {
  zalo: FakeZalo
  /** Of the program, which comes and goes. */
  url: string
  staff: { email: string; password: string }
  filers: number
  /** 0..1 */
  random: () => number
}

/**
 * Citizens who file, answer and withdraw, and two officers who decide whatever a page offers them, while the program is
 * killed again and again: what comes of it is compared with its acts afterwards. What a kill cuts off is begun anew.
 */
export function openOffice({ zalo, url, staff, filers, random }: OfficeParts) {
  let isOpen = true
  // Each filing is another citizen's: what a kill cuts off stands in nobody's way.
  let came = FIRST_FILER
  const people = [
    ...Array.from({ length: filers }, () => untilClosed(() => liveThrough(zalo, citizenId(came++), random))),
    ...[0, 1].map(() => untilClosed(() => workThrough(url, staff, random, () => isOpen))),
  ]
  async function untilClosed(live: () => Promise<void>) {
    while (isOpen) await live().catch(() => pause(100))
  }
  return {
    close: async () => {
      isOpen = false
      await Promise.all(people)
    },
  }
}

/** One filing, and what follows when an officer asks; now and then it is withdrawn. */
async function liveThrough(zalo: FakeZalo, citizen: string, random: () => number): Promise<void> {
  const lastSeq = () => zalo.transcript(citizen).at(-1)?.seq ?? 0
  const tell = async (text: string, reply: string) => {
    const after = lastSeq()
    zalo.says(citizen, text)
    await zalo.waitFor(citizen, (message) => textOf(message).includes(reply), { after, within: 20_000 })
  }
  for (const [text, reply] of FILING) await tell(text, reply)
  if (random() < 0.2) {
    await tell('rút hồ sơ', 'muốn rút hồ sơ nào')
    await tell('1', 'chắc chắn muốn rút')
    await tell('1', 'lý do rút')
    await tell('bỏ qua', 'rút')
    return
  }
  const asked = await zalo
    .waitFor(citizen, (message) => textOf(message).includes('cần bổ sung'), { after: lastSeq(), within: 4_000 })
    .catch(() => undefined)
  if (!asked) return
  await tell('giấy hẹn ngày mai ạ', 'Gửi luôn chứ')
  await tell('1', 'Đã gửi cho cán bộ')
}

/** An officer signs in and decides on one dossier after another, whatever is offered. */
async function workThrough(url: string, staff: OfficeParts['staff'], random: () => number, isOpen: () => boolean) {
  const form = new URLSearchParams({ email: staff.email, password: staff.password })
  const door = await ask(`${url}/staff/login`, { method: 'POST', body: form, redirect: 'manual' })
  const cookie = door.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  const read = async (path: string) => (await ask(url + path, { headers: { cookie } })).text()
  while (isOpen()) {
    const list = [...(await read('/staff')).matchAll(/href="(\/staff\/dossiers\/[\w-]+)[?"]/g)].map(([, path]) => path)
    const path = list[Math.floor(random() * list.length)]
    if (path === undefined) {
      await pause(200)
      continue
    }
    const page = await read(path)
    const offered = [...page.matchAll(/action="(\/staff\/dossiers\/[\w-]+\/[\w-]+)"/g)].map(([, action]) => action)
    const action = offered[Math.floor(random() * offered.length)]
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    if (action === undefined) continue
    const fields = { csrf: hidden('csrf'), revision: hidden('revision'), permit: hidden('permit') }
    const body = new URLSearchParams({ ...fields, words: REASON, step: 'do' })
    await ask(url + action, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
    await pause(60)
  }
}

const ask = (url: string, request: RequestInit): Promise<Response> =>
  fetch(url, { ...request, signal: AbortSignal.timeout(5_000) })

type Message = ReturnType<FakeZalo['transcript']>[number]

const textOf = ({ from, content }: Message): string => (from === 'oa' && content.type === 'text' ? content.text : '')

import { once } from 'node:events'
import { renderInstant } from '../../src/kernel/clock.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { PATIENCE } from '../patience.ts'

/** One numbered answer, and what its reply is known by. */
export interface Said {
  text: string
  reply: string
}

export const citizenId = (n: number): string => String(7_000_000_000_000_000_000n + BigInt(n))

/** From the greeting to the question for the time of departure, each answer with a word of the question after it. */
const WAY: readonly Said[] = [
  { text: 'menu', reply: 'Kính chào' },
  { text: '#lam:cap-giay-di-duong', reply: 'đồng ý không' },
  { text: '#co', reply: 'điền nhanh' },
  { text: '#tu-nhap', reply: 'nhắn họ tên' },
  { text: 'Nguyễn Văn An', reply: 'Số căn cước' },
  { text: '096190012345', reply: 'Số điện thoại' },
  { text: '0912345678', reply: 'Hoặc chọn' },
  { text: '1', reply: 'đi từ đâu đến đâu' },
  { text: 'xã Đất Mũi', reply: 'Còn thiếu: Nơi đến' },
  { text: 'phường An Xuyên', reply: 'Biển số xe' },
  { text: 'bỏ qua', reply: 'Còn thiếu: Đi từ' },
]

/** Leads a citizen to the step where the numbered answers begin. Returns the `seq` of the last message. */
export async function leadIn(zalo: FakeZalo, citizen: string): Promise<number> {
  let after = 0
  for (const { text, reply } of WAY) {
    zalo.says(citizen, text)
    const answer = await zalo.waitFor(citizen, (message) => textOf(message).includes(reply), {
      after,
      within: PATIENCE,
    })
    after = answer.seq
  }
  return after
}

/**
 * Numbered answers without end, each a minute later than the one before. Three turns a number: the time of departure,
 * back to that question, and "why do you ask", whose reply is the same every time, so that only order tells it apart.
 * Applied twice, lost or exchanged, any of them leads the conversation to another question.
 */
export function* numberedAnswers(from: number): Generator<Said, never> {
  for (let n = 1; ; n++) {
    const time = renderInstant(from + n * 60_000)
    yield { text: time, reply: `Đi từ ${time}` }
    yield { text: 'quay lại', reply: `trả lời: ${time}` }
    yield { text: 'vì sao', reply: 'Giấy chỉ có hiệu lực' }
  }
}

type Message = ReturnType<FakeZalo['transcript']>[number]

const textOf = ({ from, content }: Message): string => (from === 'oa' && content.type === 'text' ? content.text : '')

/** The replies on a phone after the lead-in, each by what it is known by; an unknown one by its first words. */
export const repliesOf = (zalo: FakeZalo, citizen: string, after: number): { reply: string; at: number }[] =>
  zalo
    .transcript(citizen)
    .filter((message) => message.from === 'oa' && message.seq > after)
    .map((message) => {
      const text = textOf(message)
      const known = /Đi từ \d\d:\d\d [\d/]+|trả lời: \d\d:\d\d [\d/]+|Giấy chỉ có hiệu lực/.exec(text)?.[0]
      return { reply: known ?? text.slice(0, 80), at: message.at }
    })

/** Resolves at the next message to this citizen, or after a while without one. */
export async function nextReply(zalo: FakeZalo, citizen: string): Promise<void> {
  const waiting = AbortSignal.timeout(500)
  const arrived = new AbortController()
  const stop = zalo.watch(citizen, ({ from }) => from === 'oa' && arrived.abort())
  await once(AbortSignal.any([waiting, arrived.signal]), 'abort')
  stop()
}

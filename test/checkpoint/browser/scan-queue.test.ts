import { describe, expect, it } from 'vitest'
import { digitsIn } from '../../../src/checkpoint/browser/code-text.ts'
import { renderListStatus } from '../../../src/checkpoint/browser/list-status.ts'
import {
  LONGEST_WAITING,
  MOST_WAITING,
  tooMany,
  toScan,
  type WaitingScan,
} from '../../../src/checkpoint/browser/scan-queue.ts'
import { notLookedUp, plain, showVerdict } from '../../../src/checkpoint/browser/shown-verdict.ts'
import { uploadScans } from '../../../src/checkpoint/browser/upload-scans.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import type { PostId } from '../../../src/kernel/ids.ts'
import { NOW, sampleClaims } from '../../permits/sample.ts'

const post = 'chot-1' as PostId

const scan = (i: number, at = NOW): WaitingScan => ({
  ...{ id: `s${i}`, post, verdict: 'valid', colour: 'green', by: 'camera', offline: true, at },
})

function shelf(count: number, signedIn: string | null = post) {
  let rows = Array.from({ length: count }, (_, i) => scan(i, NOW + i))
  return {
    scans: async () => rows,
    dropScans: async (ids: readonly string[]) => void (rows = rows.filter(({ id }) => !ids.includes(id))),
    welcome: { get: async () => (signedIn === null ? undefined : { post: { id: signedIn } }) },
  }
}

describe('a scanned text', () => {
  it.each([
    ['https://gdd.example.vn/p/0123', '0123'],
    ['http://localhost:3000/p/9', '9'],
    ['https://other.example/p/42', '42'],
    ['https://gdd.example.vn/p/', undefined],
    ['https://gdd.example.vn/p/12a', undefined],
    ['https://gdd.example.vn/p/12?x=1', undefined],
    ['https://gdd.example.vn/x/p/12', undefined],
    ['096190012345||Nguyễn Văn A|01011990|Nam|…', undefined],
    [`https://a.vn/p/${'1'.repeat(1_001)}`, undefined],
    ['javascript:alert(1)/p/1', undefined],
    ['', undefined],
  ])('%j holds the permit %j', (text, digits) => {
    expect(digitsIn(text)).toBe(digits)
  })
})

describe('a scan that waits', () => {
  const about = { id: 'x', post, at: NOW, by: 'camera', offline: true } as const

  it('says which permit it was and nothing of whom', () => {
    const shown = plain({ verdict: 'valid', claims: sampleClaims, until: NOW })
    expect(toScan(shown, about)).toEqual({ ...about, verdict: 'valid', colour: 'green', permit: sampleClaims.id })
    expect(toScan(plain({ verdict: 'forged' }), about)).toEqual({ ...about, verdict: 'forged', colour: 'red' })
    expect(toScan(notLookedUp(), about)).toMatchObject({ colour: 'amber', verdict: 'unknown' })
  })

  it('is given up only when it is a week old or five thousand are newer', () => {
    expect(tooMany([scan(1, NOW - LONGEST_WAITING - 1), scan(2, NOW - LONGEST_WAITING)], NOW)).toEqual(['s1'])
    const many = Array.from({ length: MOST_WAITING + 2 }, (_, i) => scan(i, NOW - i))
    expect(tooMany(many, NOW)).toEqual([`s${MOST_WAITING}`, `s${MOST_WAITING + 1}`])
  })

  it('leaves the phone only when the agency has it', async () => {
    const held = shelf(450)
    const sizes: number[] = []
    const answers = ['ok', 'no signal'] as const
    const send = async (batch: readonly WaitingScan[]) => {
      const outcome = answers[sizes.length] ?? 'ok'
      sizes.push(batch.length)
      return outcome === 'ok' ? { outcome, value: {} } : { outcome }
    }
    expect(await uploadScans(held, send, NOW + DAY)).toEqual({ waiting: 250 })
    expect(await uploadScans(held, send, NOW + DAY)).toEqual({ waiting: 0 })
    expect(sizes).toEqual([200, 200, 200, 50])
  })

  it('stays when the session of the phone has ended, and says so', async () => {
    const held = shelf(3)
    const refuse = async () => ({ outcome: 'refused', because: 'Xin đăng nhập lại.' }) as const
    expect(await uploadScans(held, refuse, NOW + DAY)).toEqual({ waiting: 3, because: 'Xin đăng nhập lại.' })
    expect(await held.scans()).toHaveLength(3)
  })

  it('is never told as another post’s, and waits for its own to sign in', async () => {
    const sent: string[] = []
    const take = async (batch: readonly WaitingScan[]) => {
      sent.push(...batch.map(({ id }) => id))
      return { outcome: 'ok', value: {} } as const
    }
    const others = shelf(2, 'chot-2')
    expect(await uploadScans(others, take, NOW + DAY)).toEqual({ waiting: 0 })
    expect(await others.scans()).toHaveLength(2)
    await uploadScans(shelf(2, null), take, NOW + DAY)
    expect(sent).toEqual([])
    await uploadScans(shelf(2), take, NOW + DAY)
    expect(sent).toEqual(['s0', 's1'])
  })
})

describe('what the officer reads', () => {
  const valid = { verdict: 'valid', claims: sampleClaims, until: NOW } as const

  it('is amber with the reason and what to do, never the word that lets pass', () => {
    const old = showVerdict({ colour: 'amber', verdict: valid, doubts: ['lists old', 'clock off'] })
    expect(old.word).toBe('CHƯA CHẮC')
    expect(old.advice).toBe(
      'Chữ ký đúng và còn hạn, nhưng danh sách thu hồi trong máy đã cũ hơn 24 giờ và đồng hồ của máy bị lệch. Ra chỗ có sóng để cập nhật rồi quét lại, hoặc đọc số giấy qua bộ đàm.',
    )
    expect(showVerdict({ colour: 'green', verdict: valid, doubts: [] })).toMatchObject({
      tone: 'valid',
      word: 'HỢP LỆ',
    })
  })

  it('says why a number was not looked up', () => {
    expect(notLookedUp().advice).toMatch(/mất sóng/)
    expect(notLookedUp('Xin đăng nhập lại.')).toMatchObject({
      ...{ colour: 'amber', tone: 'unsure', word: 'KHÔNG RÕ' },
      advice: 'Chưa cho qua: không tra được số này. Xin đăng nhập lại.',
    })
  })

  it('tells the age of the lists and whether there is a signal', () => {
    const held = {
      roots: [],
      keys: new Uint8Array(),
      serial: 1,
      keysAt: NOW,
      revoked: new Uint8Array(),
      revokedAt: NOW,
      wholeAt: NOW,
    }
    expect(renderListStatus(held, true, NOW)).toEqual({
      text: 'Danh sách lúc 07:30 01/05/2030, có mạng',
      isGood: true,
    })
    expect(renderListStatus(held, false, NOW + DAY + 1)).toEqual({
      text: 'Danh sách CŨ lúc 07:30 01/05/2030, mất mạng, vẫn kiểm tra được',
      isGood: false,
    })
    expect(renderListStatus(undefined, false, NOW)).toEqual({ text: 'Chưa có danh sách, mất mạng', isGood: false })
  })
})

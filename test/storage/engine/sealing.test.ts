import { describe, expect, it } from 'vitest'
import { parseSealingKeys } from '../../../src/storage/engine/sealing.ts'

const SECRET = Buffer.alloc(32, 7).toString('base64url')

describe('DATA_KEYS', () => {
  it('names keys, the sealing one first', () => {
    const parsed = parseSealingKeys(`2030-b:${SECRET}, 2030-a:${SECRET}`)
    expect(parsed.ok && parsed.keys.map(({ id, secret }) => [id, secret.length])).toEqual([
      ['2030-b', 32],
      ['2030-a', 32],
    ])
  })

  it.each([
    SECRET,
    `:${SECRET}`,
    `A:${SECRET}`,
    `${'a'.repeat(17)}:${SECRET}`,
    `a:${SECRET}x`,
    `a:${SECRET.slice(1)}`,
    `a:${SECRET.slice(0, -1)}d`,
    `a:${Buffer.alloc(32, 7).toString('hex')}`,
    `a:${SECRET},`,
    `a:${SECRET},a:${SECRET}`,
  ])('refuses %s, without repeating it', (text) => {
    const parsed = parseSealingKeys(text)
    expect(parsed.ok).toBe(false)
    expect(parsed.ok || parsed.problem).toMatch(/^DATA_KEYS: /)
    expect(JSON.stringify(parsed)).not.toContain(SECRET)
  })
})

import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { createSignIn } from '../../../src/staff/accounts/sign-in.ts'
import { inMemoryAccounts, inMemoryDevices, inMemorySessions, officer, PASSWORD } from '../fakes.ts'

/** Signing in by many to many accounts, from wherever one likes. The clock goes on only while somebody waits. */
function door() {
  const clock = { now: 0, stands: false }
  const waits: number[] = []
  const accounts = Array.from({ length: 60 }, (_, i) => ({
    ...officer,
    id: `s${i}` as StaffId,
    email: `a${i}@example.vn`,
  }))
  const { signIn: tries } = createSignIn({
    accounts: inMemoryAccounts(accounts),
    sessions: inMemorySessions(accounts).sessions,
    devices: inMemoryDevices().devices,
    now: () => clock.now,
    pause: async (milliseconds) => {
      waits.push(milliseconds)
      if (!clock.stands) clock.now += milliseconds
    },
  })
  return { clock, waits, tries }
}

describe('strangers who guess', () => {
  it('behind one address with an officer, forty of them, do not lock the officer out', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 40; i++) await tries('a1@example.vn', 'sai', { address: '10.0.0.6' })
    waits.splice(0)
    expect(await tries('a1@example.vn', PASSWORD, { address: '10.0.0.6' })).toMatchObject({ outcome: 'signed in' })
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(8_000)
  })

  it('at one account do not make anybody wait at another, or elsewhere', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 30; i++) await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    waits.splice(0)
    expect((await tries('a2@example.vn', PASSWORD, { address: '203.0.113.9' })).outcome).toBe('signed in')
    expect((await tries('a1@example.vn', PASSWORD, { address: '203.0.113.10' })).outcome).toBe('signed in')
    expect(waits).toEqual([])
  })

  it('at once and without end do not make a browser wait that signed in before, and it has tries of its own', async () => {
    const { tries, waits, clock } = door()
    const first = await tries('a1@example.vn', PASSWORD, { address: '203.0.113.9' })
    const device = first.outcome === 'signed in' ? first.device : ''
    const from = { address: '203.0.113.9', device }
    clock.stands = true
    await Promise.all(Array.from({ length: 60 }, () => tries('a1@example.vn', 'sai', { address: '203.0.113.9' })))
    waits.splice(0)
    expect((await tries('a1@example.vn', PASSWORD, { address: '203.0.113.9' })).outcome).toBe('wait')
    expect((await tries('a1@example.vn', PASSWORD, from)).outcome).toBe('signed in')
    expect(waits).toEqual([])
    // A stolen name of a browser guesses no faster than anybody, and not at another account.
    expect((await tries('a1@example.vn', 'sai', { address: '203.0.113.9', device: 'invented' })).outcome).toBe('wait')
    expect((await tries('a2@example.vn', 'sai', from)).outcome).toBe('wrong')
    expect(waits).toEqual([])
    clock.stands = false
    for (let i = 0; i < 8; i++) await tries('a1@example.vn', 'sai', from)
    expect(waits).toEqual([1_000, 2_000, 4_000])
  })

  it('from one IPv6 network count as one, from another as another', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 6; i++) await tries('a1@example.vn', 'sai', { address: `2001:db8:1:2::${i}` })
    expect(waits).toEqual([1_000])
    await tries('a1@example.vn', 'sai', { address: '2001:db8:1:3::1' })
    expect(waits).toHaveLength(1)
  })

  it('at many accounts from one network are slowed to one a second', async () => {
    const { tries, clock } = door()
    for (let i = 0; i < 60; i++) await tries(`a${i}@example.vn`, 'sai', { address: '203.0.113.9' })
    expect(clock.now).toBeGreaterThanOrEqual(20_000)
  })

  it('are not mistaken for an office whose people sign in from one address all day', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 300; i++)
      expect((await tries(`a${i % 60}@example.vn`, PASSWORD, { address: '203.0.113.9' })).outcome).toBe('signed in')
    expect(waits).toEqual([])
  })

  it('leave to whoever had no turn among too many at once the tries that were not made', async () => {
    const { tries, waits } = door()
    const from = { address: '203.0.113.9' }
    const many = Array.from({ length: 35 }, (_, i) => tries(`a${i}@example.vn`, 'sai', from))
    const answers = await Promise.all([
      ...many,
      ...Array.from({ length: 5 }, () => tries('a59@example.vn', 'sai', from)),
    ])
    const busy = answers.filter(({ outcome }) => outcome === 'busy')
    expect(busy.length).toBeGreaterThan(20)
    expect(busy[0]).toEqual({ outcome: 'busy', for: 5_000 })
    expect(answers.slice(35).every(({ outcome }) => outcome === 'busy')).toBe(true)
    for (let i = 0; i < 5; i++) expect((await tries('a59@example.vn', 'sai', from)).outcome).toBe('wrong')
    expect(await tries('a58@example.vn', PASSWORD, from)).toMatchObject({ outcome: 'signed in' })
    expect(waits).toEqual([])
  })

  it('from everywhere at once do not take the turn of a browser that signed in before', async () => {
    const { tries } = door()
    const first = await tries('a59@example.vn', PASSWORD, { address: '203.0.113.9' })
    const device = first.outcome === 'signed in' ? first.device : ''
    const crowd = Array.from({ length: 80 }, (_, i) =>
      tries(`a${i % 40}@example.vn`, 'sai', { address: `198.51.${i % 20}.7` }),
    )
    const known = tries('a59@example.vn', PASSWORD, { address: '203.0.113.9', device })
    const unknown = tries('a58@example.vn', PASSWORD, { address: '203.0.113.9' })
    expect([(await known).outcome, (await unknown).outcome]).toEqual(['signed in', 'busy'])
    // Two under way and 64 that wait, of each network no more than eight.
    expect((await Promise.all(crowd)).filter(({ outcome }) => outcome === 'wrong')).toHaveLength(66)
  })

  it('are forgotten after a quarter of an hour', async () => {
    const { tries, waits, clock } = door()
    for (let i = 0; i < 12; i++) await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    clock.now += 15 * 60_000
    waits.splice(0)
    await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    expect(waits).toEqual([])
  })

  it('at an account that does not exist wait just as long', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 8; i++) await tries('ai@example.vn', 'sai', { address: '203.0.113.9' })
    expect(waits).toEqual([1_000, 2_000, 4_000])
  })
})

it('lets a whole office of browsers that signed in before in at once, though they share an address', async () => {
  const { tries } = door()
  const address = '203.0.113.9'
  const browsers: { email: string; device: string }[] = []
  for (let i = 0; i < 30; i++) {
    const email = `a${i}@example.vn`
    const answer = await tries(email, PASSWORD, { address })
    browsers.push({ email, device: answer.outcome === 'signed in' ? answer.device : '' })
  }
  const answers = await Promise.all(browsers.map(({ email, device }) => tries(email, PASSWORD, { address, device })))
  expect(answers.map(({ outcome }) => outcome)).toEqual(browsers.map(() => 'signed in'))
})

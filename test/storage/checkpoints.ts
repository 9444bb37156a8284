import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, toVietnamDay } from '../../src/kernel/clock.ts'
import type { DossierId, PermitId, PostId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import type { Scan } from '../../src/permits/posts/scans.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createKeyStore } from '../../src/storage/permit-keys.ts'
import { createPermits, toPermitRow } from '../../src/storage/permits.ts'
import { createPosts, createPostSessions } from '../../src/storage/posts.ts'
import { createScans } from '../../src/storage/scans.ts'

const NOW = Date.parse('2030-05-01T00:30:00Z')

/** What both engines must do for keys, posts and scans. */
export function describeCheckpoints(name: string, open: () => Promise<Engine>) {
  describe(`checkpoints on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    }, 120_000)
    afterAll(() => engine.close())

    const aPost = (id: string) => ({ id: id as PostId, name: `Chốt ${id}`, openedAt: NOW, codeHash: 'h' })
    const aScan = (id: string, changes: Partial<Scan> = {}): Scan => ({
      ...{ id, post: 'a' as PostId, permit: '00112233445566ff' as PermitId, verdict: 'valid', colour: 'green' },
      ...{ by: 'camera', offline: false, at: NOW, receivedAt: NOW },
      ...changes,
    })

    it('opens a post once, finds it with its place, and closes it with its phones', async () => {
      const posts = createPosts(engine)
      const sessions = createPostSessions(engine)
      const post = { ...aPost('cau-1'), place: { latitude: 9.176912, longitude: 105.152401 } }
      expect(await posts.open(post)).toBe('opened')
      expect(await posts.open({ ...post, name: 'Khác' })).toBe('known')
      expect(await posts.find(post.id)).toEqual(post)
      await sessions.open({ tokenHash: 't1', post: post.id, openedAt: NOW, expiresAt: NOW + DAY })
      expect(await sessions.find('t1', NOW)).toMatchObject({ id: 'cau-1' })
      expect(await sessions.find('t1', NOW + DAY)).toBeUndefined()
      await posts.close(post.id, NOW + 1)
      await posts.close(post.id, NOW + 2)
      expect(await sessions.find('t1', NOW)).toBeUndefined()
      expect(await posts.find(post.id)).toMatchObject({ closedAt: NOW + 1 })
    })

    it('signs the phones of a post out when its code changes, and forgets sessions that ended', async () => {
      const posts = createPosts(engine)
      const sessions = createPostSessions(engine)
      await posts.open(aPost('cau-2'))
      const session = { post: 'cau-2' as PostId, openedAt: NOW, expiresAt: NOW + DAY }
      await sessions.open({ ...session, tokenHash: 't2' })
      await posts.changeCode('cau-2' as PostId, 'h2')
      expect(await sessions.find('t2', NOW)).toBeUndefined()
      expect(await posts.find('cau-2' as PostId)).toMatchObject({ codeHash: 'h2' })
      await sessions.open({ ...session, tokenHash: 't3' })
      await sessions.end('t3')
      expect(await sessions.find('t3', NOW)).toBeUndefined()
      expect((await posts.all()).map(({ id }) => id)).toEqual(['cau-2', 'cau-1'])
    })

    it('lists the phones of a post by when they were last there, and ends one or all', async () => {
      const sessions = createPostSessions(engine)
      const post = 'cau-9' as PostId
      await createPosts(engine).open(aPost(post))
      const hashes = ['a', 'b', 'c'].map((letter) => letter.repeat(43))
      for (const [i, tokenHash] of hashes.entries())
        await sessions.open({
          tokenHash,
          post,
          openedAt: NOW + i,
          expiresAt: NOW + DAY,
          ...(i > 0 && { device: `Máy ${i}` }),
        })
      await sessions.seen(hashes[0]!, NOW + HOUR)
      const phones = await sessions.phonesOf(post, NOW + HOUR)
      expect(phones).toEqual([
        { id: 'aaaaaaaaaaaa', openedAt: NOW, seenAt: NOW + HOUR },
        { id: 'cccccccccccc', openedAt: NOW + 2, seenAt: NOW + 2, device: 'Máy 2' },
        { id: 'bbbbbbbbbbbb', openedAt: NOW + 1, seenAt: NOW + 1, device: 'Máy 1' },
      ])
      expect(await sessions.endPhones('cau-1' as PostId, phones[0]!.id)).toBe(0)
      expect(await sessions.endPhones(post, phones[0]!.id)).toBe(1)
      expect(await sessions.find(hashes[0]!, NOW)).toBeUndefined()
      expect(await sessions.find(hashes[1]!, NOW)).toBeDefined()
      expect(await sessions.endPhones(post)).toBe(2)
      expect(await sessions.phonesOf(post, NOW)).toEqual([])
      await createPosts(engine).close(post, NOW)
    })

    it('keeps a scan once, however often it is uploaded, also by many phones at once', async () => {
      const scans = createScans(engine)
      await createPosts(engine).open(aPost('a'))
      const day = toVietnamDay(NOW)
      const batch = [aScan('s1'), aScan('s2', { colour: 'red', verdict: 'revoked' }), aScan('s1')]
      const kept = await Promise.all([scans.keep(batch), scans.keep(batch), scans.keep([...batch].reverse())])
      expect(kept.reduce((sum, count) => sum + count)).toBe(2)
      await scans.keep([aScan('s3', { at: NOW + HOUR })])
      const hour = NOW - 30 * MINUTE
      expect(await scans.countsOfDay(day)).toEqual([
        { post: 'a', postName: 'Chốt a', hour, verdict: 'revoked', colour: 'red', count: 1 },
        { post: 'a', postName: 'Chốt a', hour, verdict: 'valid', colour: 'green', count: 1 },
        { post: 'a', postName: 'Chốt a', hour: hour + HOUR, verdict: 'valid', colour: 'green', count: 1 },
      ])
      expect(await scans.countsOfDay(toVietnamDay(NOW + DAY))).toEqual([])
    })

    it('shows where a permit was read only when more than one post has read it', async () => {
      const scans = createScans(engine)
      const lone = '1111111111111111' as PermitId
      const copied = '2222222222222222' as PermitId
      await scans.keep([
        aScan('w1', { permit: lone, at: NOW + 2 * DAY }),
        aScan('w2', { permit: lone, at: NOW + 2 * DAY + 1 }),
        aScan('w3', { permit: copied, at: NOW + 2 * DAY + 2 }),
        aScan('w4', { permit: copied, at: NOW + 2 * DAY + 3, post: 'b' as PostId }),
      ])
      expect(await scans.sightings(NOW + 2 * DAY, 10)).toEqual([
        { permit: copied, post: 'a', at: NOW + 2 * DAY + 2 },
        { permit: copied, post: 'b', at: NOW + 2 * DAY + 3 },
      ])
      const { permit: _none, ...nobody } = aScan('w5', { at: NOW + 2 * DAY })
      await scans.keep([nobody])
      expect(await scans.sightings(NOW + 2 * DAY, 10)).toHaveLength(2)
    })

    it('does not let one post bury what others have read under readings of its own', async () => {
      const scans = createScans(engine)
      const copied = '3333333333333333' as PermitId
      const flooded = '4444444444444444' as PermitId
      const from = NOW + 10 * DAY
      await scans.keep([
        aScan('x1', { permit: copied, at: from, post: 'a' as PostId }),
        aScan('x2', { permit: copied, at: from + 1, post: 'b' as PostId }),
        aScan('x3', { permit: flooded, at: from + 2, post: 'b' as PostId }),
        ...Array.from({ length: 200 }, (_, i) => aScan(`f${i}`, { permit: flooded, at: from + 3 + i })),
      ])
      const found = await scans.sightings(from, 20)
      expect(found.filter(({ permit }) => permit === copied)).toHaveLength(2)
      expect(found.length).toBeLessThanOrEqual(8)
      expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b))
    })

    it('forgets scans after their time, and keeps the counts', async () => {
      const scans = createScans(engine)
      const before = await scans.countsOfDay(toVietnamDay(NOW))
      expect(await scans.forget(NOW, 100)).toBe(0)
      expect(await scans.forget(NOW + 1, 2)).toBe(2)
      while ((await scans.forget(NOW + 1, 100)) > 0);
      expect(await scans.sightings(0, 10)).toEqual([])
      expect(await scans.countsOfDay(toVietnamDay(NOW))).toEqual(before)
    })

    it('keeps permit keys, their withdrawal, and lists that only count up', async () => {
      const store = createKeyStore(engine)
      const key = {
        keyId: '0101',
        notBefore: NOW,
        notAfter: NOW + DAY,
        publicKey: 'p',
        wrappedKey: 'w',
        createdAt: NOW,
      }
      await store.add(key)
      await expect(store.add(key)).rejects.toThrow()
      expect(await store.keys()).toEqual([key])
      expect(await store.withdraw('0199', NOW, 'x')).toBe('unknown')
      expect(await store.withdraw('0101', NOW + 1, 'mất')).toBe('withdrawn')
      expect(await store.keys()).toEqual([{ ...key, withdrawnAt: NOW + 1, withdrawnBecause: 'mất' }])
      expect(await store.newestList()).toBeUndefined()
      expect(await store.publish({ serial: 2, signed: 'two', publishedAt: NOW })).toBe('published')
      for (const serial of [1, 2]) expect(await store.publish({ serial, signed: 'x', publishedAt: NOW })).toBe('stale')
      expect(await store.newestList()).toEqual({ serial: 2, signed: 'two', publishedAt: NOW })
      await store.trust('r1', NOW)
      await store.trust('r1', NOW + 1)
      await store.trust('r2', NOW + 2)
      await store.distrust('r1')
      expect(await store.roots()).toEqual(['r2'])
    })

    it('lists what was revoked before its end, since an instant, and what a key has sealed', async () => {
      const permits = createPermits(engine)
      const rows = [
        { id: 'aaaaaaaaaaaaaa01', revokedAt: NOW - HOUR },
        { id: 'aaaaaaaaaaaaaa02', revokedAt: NOW },
        { id: 'aaaaaaaaaaaaaa03', revokedAt: NOW, validUntil: NOW },
        { id: 'aaaaaaaaaaaaaa04' },
      ]
      for (const { id, ...row } of rows) {
        const permit: Permit = {
          ...{
            id: id as PermitId,
            dossier: 'd' as DossierId,
            number: id.slice(-8),
            name: 'Lê Thị Một',
            idLast4: '0001',
          },
          ...{ plate: '69A-123.45', from: 1, to: 2, purpose: 2, validFrom: NOW - 60_000, validUntil: NOW + 60_000 },
          ...{ kind: 'travel-pass', keyId: '77aa', digits: '1', issuedAt: NOW },
          ...{
            terms: { companions: 1, days: 3, from: 10, to: 20 },
            replaces: 'bbbbbbbbbbbbbb01' as PermitId,
            remindAt: NOW,
          },
          ...row,
        }
        await engine.write(async (db) => void (await db.insert(engine.tables.permits).values(toPermitRow(permit))))
        expect(await permits.find(permit.id)).toEqual(permit)
      }
      const revoked = async (since: number, now: number) => {
        const ids: PermitId[] = []
        for await (const page of permits.revokedSince(since, now)) ids.push(...page)
        return ids
      }
      expect(await revoked(0, NOW + 500)).toEqual(['aaaaaaaaaaaaaa01', 'aaaaaaaaaaaaaa02'])
      expect(await revoked(NOW, NOW)).toEqual(['aaaaaaaaaaaaaa02'])
      expect(await permits.numbersUnder('77aa', NOW)).toEqual(['aaaaaa04'])
    })
  })
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/kernel/clock.ts'
import type { PermitId, PostId } from '../../../src/kernel/ids.ts'
import { distanceBetween, findClones, spreadByPosts } from '../../../src/permits/posts/clones.ts'
import type { Sighting } from '../../../src/permits/posts/scans.ts'
import { NOW } from '../sample.ts'

const bridge = { latitude: 9.2283, longitude: 105.4247 }
/** A little over 50 km away. */
const ferry = { latitude: 8.7588, longitude: 105.3 }
const places = new Map([
  ['cau' as PostId, bridge],
  ['pha' as PostId, ferry],
  ['moi' as PostId, undefined],
])
const seen = (post: string, minutes: number, permit = 'p1'): Sighting => ({
  ...{ permit: permit as PermitId, post: post as PostId, at: NOW + minutes * MINUTE },
})

describe('clones of a permit', () => {
  it('are seen where nobody could have driven from one post to the other', () => {
    const [clone, ...rest] = findClones([seen('pha', 20), seen('cau', 0)], places)
    expect(rest).toEqual([])
    expect(clone).toMatchObject({ permit: 'p1', first: { post: 'cau', at: NOW }, second: { post: 'pha' } })
    expect(clone?.distance).toBeCloseTo(53_990, -3)
  })

  it.each([
    ['the time of the drive', [seen('cau', 0), seen('pha', 26)], 0],
    ['less than the drive and the slack of two clocks', [seen('cau', 0), seen('pha', 24)], 1],
    ['another permit', [seen('cau', 0), seen('pha', 1, 'p2')], 0],
    ['two minutes between posts of unknown place', [seen('cau', 0), seen('moi', 2)], 0],
    ['less than two minutes between posts of unknown place', [seen('cau', 0), seen('moi', 1.9)], 1],
    ['many readings at one post', [seen('cau', 0), seen('cau', 0), seen('cau', 1)], 0],
    ['a pair of posts again and again', [seen('cau', 0), seen('pha', 1), seen('cau', 2), seen('pha', 3)], 1],
    ['a reading in between at the first post', [seen('cau', 0), seen('cau', 5), seen('pha', 26)], 1],
  ] as const)('takes %s for what it is', (_what, sightings, clones) => {
    expect(findClones(sightings, places)).toHaveLength(clones)
  })

  it('never pairs a permit with itself at one post, nor with another permit', () => {
    const sighting = fc.record({
      permit: fc.constantFrom('p1', 'p2', 'p3').map((id) => id as PermitId),
      post: fc.constantFrom('cau', 'pha', 'moi', 'unlisted').map((id) => id as PostId),
      at: fc.integer({ min: NOW, max: NOW + 90 * MINUTE }),
    })
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 40 }), (sightings) => {
        for (const { permit, first, second } of findClones(sightings, places)) {
          expect(first.post).not.toBe(second.post)
          expect(first.at).toBeLessThanOrEqual(second.at)
          for (const one of [first, second]) expect(sightings).toContainEqual({ permit, ...one })
        }
      }),
    )
  })

  it('does not depend on the order in which phones came back to the network', () => {
    const sightings = [seen('cau', 0), seen('pha', 3), seen('moi', 4), seen('cau', 50)]
    expect(findClones(sightings.toReversed(), places)).toEqual(findClones(sightings, places))
  })

  it('measures the same both ways, and nothing at one place', () => {
    expect(distanceBetween(bridge, ferry)).toBeCloseTo(distanceBetween(ferry, bridge)!, 6)
    expect(distanceBetween(bridge, bridge)).toBe(0)
    expect(distanceBetween(bridge, undefined)).toBeUndefined()
  })
})

describe('many clones', () => {
  it('planted at one pair of posts hide none of another pair', () => {
    const planted = Array.from({ length: 500 }, (_, i) => [seen('cau', 60, `x${i}`), seen('moi', 60.5, `x${i}`)]).flat()
    const truth = [seen('cau', 0, 'true'), seen('pha', 1, 'true')]
    const shown = spreadByPosts(findClones([...planted, ...truth], places))
    expect(shown).toHaveLength(501)
    expect(shown.slice(0, 2).map(({ permit }) => permit)).toContain('true')
  })
})

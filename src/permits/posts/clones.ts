import { HOUR, MINUTE } from '../../kernel/clock.ts'
import type { PermitId, PostId } from '../../kernel/ids.ts'
import type { Post } from './posts.ts'
import type { Sighting } from './scans.ts'

/** One permit at two posts, sooner one after the other than anybody can drive. */
export interface Clone {
  permit: PermitId
  first: Omit<Sighting, 'permit'>
  second: Omit<Sighting, 'permit'>
  /** As the crow flies, in metres; absent when nobody said where one of the posts stands. */
  distance?: number
}

/** Faster than traffic goes, even on an empty road, in metres for each millisecond. */
const FASTEST = 120_000 / HOUR
/** The clocks of two phones may differ by this much; also the shortest way between posts whose places are unknown. */
const SLACK = 2 * MINUTE

/**
 * Compares each sighting with the last one at every other post, which is the tightest of that post. The newest pair of
 * two posts stands for all pairs of those two.
 */
export function findClones(sightings: readonly Sighting[], places: ReadonlyMap<PostId, Post['place']>): Clone[] {
  const clones = new Map<string, Clone>()
  const lastSeen = new Map<PermitId, Map<PostId, number>>()
  for (const { permit, post, at } of sightings.toSorted((a, b) => a.at - b.at)) {
    const last = lastSeen.get(permit) ?? new Map<PostId, number>()
    for (const [other, before] of last) {
      const distance = distanceBetween(places.get(other), places.get(post))
      if (other === post || !isTooSoon(at - before, distance)) continue
      clones.set([permit, ...[other, post].sort()].join(' '), {
        ...{ permit, first: { post: other, at: before }, second: { post, at } },
        ...(distance !== undefined && { distance }),
      })
    }
    lastSeen.set(permit, last.set(post, at))
  }
  return [...clones.values()].sort((a, b) => b.second.at - a.second.at)
}

/**
 * The newest of each pair of posts first, then the second of each, and so on: whoever plants many readings at one pair
 * hides none of the others behind them.
 */
export function spreadByPosts(clones: readonly Clone[]): Clone[] {
  const taken = new Map<string, number>()
  const ranked = clones.map((clone) => {
    const pair = [clone.first.post, clone.second.post].sort().join(' ')
    const rank = taken.get(pair) ?? 0
    taken.set(pair, rank + 1)
    return { clone, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ clone }) => clone)
}

const isTooSoon = (between: number, distance: number | undefined): boolean =>
  distance === undefined ? between < SLACK : distance > FASTEST * (between + SLACK)

const EARTH_RADIUS = 6_371_000

/** Haversine, on a sphere. */
export function distanceBetween(a: Post['place'], b: Post['place']): number | undefined {
  if (!a || !b) return undefined
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude)
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half(b.latitude - a.latitude) + across)))
}

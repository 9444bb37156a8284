import { expect, it } from 'vitest'
import { createMediaStore, pictureType } from '../../src/simulator/media.ts'

it('keeps the newest bytes and forgets the oldest, never the last one', () => {
  let count = 0
  const store = createMediaStore({ address: () => 'https://a.test', makeId: () => String((count += 1)), limit: 10 })
  const ids = [4, 4, 4, 99].map((bytes) => store.keep(Buffer.alloc(bytes), 'a').id)
  expect(ids.map((id) => store.get(id)?.bytes.length)).toEqual([undefined, undefined, undefined, 99])
  store.keep(Buffer.alloc(10), 'b')
  expect(store.get('4')).toBeUndefined()
  store.keep(Buffer.alloc(0), 'c')
  expect(store.get('5')?.bytes.length).toBe(10)
})

it.each([
  ['ffd8ffe0', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['474946383961', 'image/gif'],
  ['52494646000000005745425056503820', 'image/webp'],
  ['3c7376673e', undefined],
  ['', undefined],
])('recognises %s as %s by content', (hex, type) => {
  expect(pictureType(Buffer.from(hex, 'hex'))).toBe(type)
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHost } from '../../src/zalo/http.ts'
import { startLocalZalo } from './local-zalo.ts'

let zalo: Awaited<ReturnType<typeof startLocalZalo>>

beforeAll(async () => {
  zalo = await startLocalZalo()
})
afterAll(() => zalo.close())

const ask = () => createHost(zalo.url, 80)({ method: 'post', path: '/', headers: {}, body: '{}' })

it('gives up on an answer that does not come, and cannot say whether the request was carried out', async () => {
  zalo.answers(() => undefined)
  expect(await ask()).toEqual({ outcome: 'unanswered', reason: 'econnaborted', mayHaveArrived: true })
})

it('gives up on an answer that never ends', async () => {
  zalo.answers((response) => {
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(drip))
  })
  expect(await ask()).toEqual({ outcome: 'unanswered', reason: 'too slow', mayHaveArrived: true })
})

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { readMany, startReadingThread } from '../../src/procedures/read-many.ts'
import { soundFile } from '../../src/procedures/sound-file.ts'
import { sampleKinds } from '../permits/sample.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const names = { kinds: sampleKinds.all }
/** Of every three one with a mistake. */
const texts = Array.from({ length: 400 }, (_, i) =>
  changed('flow: thu-nghiem', `flow: thu-nghiem-${i}`).replace(i % 3 === 0 ? 'next: chon' : '\0', 'next: chonn'),
)
const expected = new Map(
  texts.flatMap((text) => {
    const file = soundFile(text, names)
    return file ? [[text, file]] : []
  }),
)

describe('many texts', () => {
  it('are read in threads as they would be here, and no thread is left behind', async () => {
    const thread = startReadingThread()
    thread.postMessage({ texts: [SMALL_FLOW], names })
    await once(thread, 'message')
    let [answers, ended] = [0, false]
    thread.on('message', () => answers++).on('exit', () => (ended = true))
    expect(await readMany(texts, names, () => thread, 1)).toEqual(expected)
    expect(expected.size).toBe(266)
    expect(answers).toBeGreaterThan(0)
    expect(ended).toBe(true)
  })

  it.each([
    ['cannot start', 'throw new Error()'],
    ['ends in the middle', "require('node:worker_threads').parentPort.on('message', () => process.exit(1))"],
    ['never answers', "require('node:worker_threads').parentPort.on('message', () => undefined)"],
  ])('are read here when the thread %s', async (_, code) => {
    expect(await readMany(texts, names, () => new Worker(code, { eval: true }), 2)).toEqual(expected)
  })

  it('that were published before are asked only what would break a conversation', async () => {
    const tooLong = changed('Ông/bà tên gì?', 'a'.repeat(1_900))
    expect((await readMany([tooLong], names)).size).toBe(0)
    expect((await readMany([tooLong, changed('next: chon', 'next: chonn')], undefined)).size).toBe(1)
  })
})

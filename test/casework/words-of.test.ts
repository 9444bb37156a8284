import { describe, expect, it } from 'vitest'
import { createWordsOf } from '../../src/casework/words-of.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import { travelDossier } from '../permits/sample.ts'

const flows = await flowsOfFiles()
const answer = (key: string, value: string) => ({ key, label: key, value, shown: value })

describe('what a dossier is found by', () => {
  const wordsOf = createWordsOf(flows.pinned)
  const current = (flow: string) => flows.current(flow)!.version

  it('is what the checks of its questions say they take', () => {
    const dossier = { ...travelDossier(), flowVersion: current('cap-giay-di-duong') }
    const words = wordsOf(dossier)
    expect(words).toEqual(
      expect.arrayContaining([
        'name:tuyet',
        'phone:0912345678',
        'id:096190012345',
        'id:2345',
        'plate:69C112345',
        'plate:12345',
      ]),
    )
    expect(new Set(words).size).toBe(words.length)
    // Neither the places nor the times of the journey.
    expect(words.filter((word) => !/^(name|phone|id|plate|code):/.test(word))).toEqual([])
    expect(words).not.toContain('name:benh')
  })

  it('is its code and its applicant where the version it was filed under cannot be read any more', () => {
    const words = createWordsOf(() => undefined)(travelDossier())
    expect(words.filter((word) => !word.startsWith('code:'))).toEqual([
      'name:nguyen',
      'name:thi',
      'name:anh',
      'name:tuyet',
    ])
  })

  it('is no name where nobody knows it, and no number where there is none', () => {
    const flow = flows
      .offered()
      .find(({ steps }) =>
        [...steps.values()].some((step) => step.expect === 'text' && step.check === 'fullNameOrUnknown'),
      )!
    const [id, step] = [...flow.steps].find(([, it]) => it.expect === 'text' && it.check === 'fullNameOrUnknown')!
    const key = ('saveAs' in step && step.saveAs) || id
    const filed = { ...travelDossier(), flow: flow.flow, flowVersion: flow.version, applicant: 'Lý An' }
    expect(wordsOf({ ...filed, answers: [answer(key, 'khong-ro')] })).not.toContain('name:khong')
    expect(wordsOf({ ...filed, answers: [answer(key, 'Thạch Sang')] })).toContain('name:sang')
    const pass = {
      ...travelDossier(),
      flowVersion: current('cap-giay-di-duong'),
      answers: [answer('phone', 'khong-co')],
    }
    expect(wordsOf(pass).some((word) => word.startsWith('phone:'))).toBe(false)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { NOW } from '../permits/sample.ts'
import { commitAct, standingIn } from './changes.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, turnsOn } from './turns.ts'

const REASON = 'Gõ nhầm, đối chiếu theo căn cước.'

describe.each(await bothEngines())('an answer that a desk put right on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const correct = async ({ id, answers }: Dossier, key: string, value: string) => {
    const before = answers.find((answer) => answer.key === key)!
    return commitAct(
      engine,
      id,
      { type: 'correct', given: { ...before, value, shown: value }, reason: REASON },
      { at: NOW },
    )
  }

  it('stands on the page and in every list, and what was filed is kept beside it', async () => {
    const citizen = aCitizen()
    const id = await turnsOn(engine).file(citizen)
    const filed = (await standingIn(engine, id)).dossier
    await correct(filed, 'applicant', 'Lê Thị Hồng')
    await correct((await standingIn(engine, id)).dossier, 'plate', '69A-999.99')

    const { dossier, history } = await standingIn(engine, id)
    const valueOf = ({ answers }: Pick<Dossier, 'answers'>, key: string) => answers.find((it) => it.key === key)?.value
    expect([dossier.applicant, valueOf(dossier, 'applicant'), valueOf(dossier, 'plate')]).toEqual([
      'Lê Thị Hồng',
      'Lê Thị Hồng',
      '69A-999.99',
    ])
    expect(history.flatMap(({ move }) => move?.given?.map(({ before }) => before?.value) ?? [])).toEqual([
      valueOf(filed, 'applicant'),
      valueOf(filed, 'plate'),
    ])

    const dossiers = createDossiers(engine)
    const scope = { agencies: 'all', reserved: 'all' } as const
    const named = (rows: readonly { applicant: string }[]) => rows.map(({ applicant }) => applicant)
    for (const order of ['queue', 'newest'] as const)
      expect(named(await dossiers.list({ scope, order, limit: 9 }))).toEqual(['Lê Thị Hồng'])
    expect(named(await dossiers.ofCitizen(citizen, 9))).toEqual(['Lê Thị Hồng'])
  })
})

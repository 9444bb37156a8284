import { expect, it } from 'vitest'
import { forgetUnheard } from '../../src/procedures/forget-unheard.ts'

it('lets go of what nobody understood after ninety days of Viet Nam', async () => {
  const days: string[] = []
  const forget = async (before: string) => days.push(before)
  await forgetUnheard({ forget }, () => Date.parse('2030-05-01T18:00:00Z'))
  expect(days).toEqual(['2030-02-01'])
})

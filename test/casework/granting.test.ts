import { expect, it } from 'vitest'
import { createGrantingVersions } from '../../src/casework/granting.ts'
import type { Filed } from '../../src/casework/names.ts'
import { marketCard, travelPass } from '../permits/sample.ts'

const filed = (flow: string): Filed => ({ flow, flowVersion: 1 })
const [pass, card, none, lost] = ['pass', 'card', 'none', 'lost'].map(filed) as [Filed, Filed, Filed, Filed]
const granting = createGrantingVersions({
  search: { filedThrough: async (statuses) => (statuses.includes('done') ? [] : [pass, card, none, lost]) },
  kindOf: ({ flow }) => ({ pass: travelPass, card: marketCard, lost: 'unreadable' as const })[flow],
})

it('finds the versions that grant a permit, of any kind or of those asked for', async () => {
  expect(await granting(['accepted'])).toEqual([pass, card])
  expect(await granting(['accepted'], [marketCard.id])).toEqual([card])
  expect(await granting(['accepted'], [])).toEqual([])
})

it('looks at the versions of these statuses only', async () => {
  expect(await granting(['done'])).toEqual([])
})

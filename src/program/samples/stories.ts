type Range = readonly [least: number, most: number]

/** What is done at a desk, by whom it is usual. */
export type DeskStep =
  | 'accept'
  | 'decline'
  | 'ask at reception'
  | 'take'
  | 'assign'
  | 'forward'
  | 'ask'
  | 'hand over'
  | 'ask an agency'
  | 'ask a leader'
  | 'advise'
  | 'put aside'
  | 'approve'
  | 'refuse'
  | 'take back'
  | 'return'

export type Step =
  /** After so many hours of work. `late`: counted from when it was due. */
  | { does: DeskStep; hours: Range; isLate?: true }
  /** After a share of the work time that is left until it is due; where nothing is due, within a day of work. */
  | { does: DeskStep; share: Range }
  /** By the citizen, after so many hours by the clock. */
  | { does: 'answer' | 'withdraw'; hours: Range; isLate?: never }

export interface Story {
  name: string
  /** How many of a hundred are like it. */
  weight: number
  steps: readonly Step[]
}

/** The desk's first word is due within eight hours of work. */
const accept: Step = { does: 'accept', hours: [0.1, 6] }
const assign: Step = { does: 'assign', share: [0.02, 0.2] }
const take: Step = { does: 'take', share: [0.02, 0.3] }
const approve: Step = { does: 'approve', share: [0.2, 0.95] }
const refuse: Step = { does: 'refuse', share: [0.2, 0.95] }
const collect: Step = { does: 'return', hours: [0.3, 30] }
const ask: Step = { does: 'ask', share: [0.1, 0.6] }
const answer: Step = { does: 'answer', hours: [1, 90] }

/** The lives that dossiers have; what is still to come after now has not happened yet. */
export const STORIES: readonly Story[] = [
  { name: 'plain', weight: 50, steps: [accept, take, approve, collect] },
  { name: 'forwarded', weight: 10, steps: [accept, { does: 'forward', share: [0.02, 0.3] }, approve, collect] },
  { name: 'assigned', weight: 9, steps: [accept, assign, approve, collect] },
  { name: 'asked', weight: 7, steps: [accept, take, ask, answer, approve, collect] },
  {
    name: 'asked at reception',
    weight: 3,
    steps: [{ does: 'ask at reception', hours: [0.1, 6] }, answer, accept, assign, approve, collect],
  },
  { name: 'asked in vain', weight: 0.4, steps: [accept, take, ask] },
  {
    name: 'handed over',
    weight: 6,
    steps: [accept, { does: 'hand over', share: [0.05, 0.3] }, take, approve, collect],
  },
  {
    name: 'another agency consulted',
    weight: 2,
    steps: [
      accept,
      take,
      { does: 'ask an agency', share: [0.05, 0.2] },
      { does: 'advise', share: [0.05, 0.5] },
      approve,
      collect,
    ],
  },
  {
    name: 'leader consulted',
    weight: 1.5,
    steps: [
      accept,
      take,
      { does: 'ask a leader', share: [0.05, 0.2] },
      { does: 'advise', share: [0.05, 0.5] },
      approve,
      collect,
    ],
  },
  {
    name: 'put aside',
    weight: 0.8,
    steps: [accept, take, { does: 'put aside', share: [0.05, 0.2] }, approve, collect],
  },
  { name: 'refused', weight: 2.5, steps: [accept, take, refuse, collect] },
  { name: 'declined', weight: 3.5, steps: [{ does: 'decline', hours: [0.2, 7] }] },
  { name: 'withdrawn at once', weight: 1.3, steps: [{ does: 'withdraw', hours: [0.2, 3] }] },
  { name: 'withdrawn', weight: 0.7, steps: [accept, take, { does: 'withdraw', hours: [1, 20] }] },
  {
    name: 'taken back',
    weight: 0.8,
    steps: [
      accept,
      take,
      { does: 'approve', share: [0.1, 0.4] },
      { does: 'take back', hours: [0.2, 1.5] },
      approve,
      collect,
    ],
  },
  {
    name: 'late',
    weight: 1,
    steps: [accept, take, { does: 'approve', hours: [0.5, 40], isLate: true }, collect],
  },
  {
    name: 'accepted late',
    weight: 0.5,
    steps: [{ does: 'accept', hours: [1, 12], isLate: true }, take, approve, collect],
  },
]

/** Where a permit would be granted: without its keys nothing is approved here. */
export const PERMIT_STORIES: readonly Story[] = STORIES.flatMap(({ name, weight, steps }) => {
  const end = steps.findIndex(({ does }) => does === 'approve')
  if (end < 0) return [{ name, weight: weight * 8, steps }]
  return steps.some(({ does }) => does === 'take back')
    ? []
    : [{ name, weight, steps: [...steps.slice(0, end), refuse] }]
})

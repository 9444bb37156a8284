import type { DeskStep, Step, Story } from './stories.ts'

/** A dossier as somebody new to the desk should find one: what has happened to it, and nothing after that. */
interface Scene {
  story: Story
  /** Hours of work since it was filed. */
  ago: readonly [least: number, most: number]
  dossiers: number
  /** Only among these procedures. */
  of?: readonly string[]
}

type Happened = DeskStep | 'answer' | 'withdraw'

/** Steps that follow each other soon, so that all of them have happened by now. */
const scene = (
  name: string,
  ago: Scene['ago'],
  dossiers: number,
  happened: readonly Happened[],
  of?: readonly string[],
): Scene => ({
  story: { name, weight: 1, steps: happened.map((does): Step => ({ does, hours: [0.15, 0.5] }) as Step) },
  ...{ ago, dossiers },
  ...(of && { of }),
})

/** Due within three days of work or on the same day. */
const SHORT = ['dang-ky-tam-tru', 'thanh-lap-ho-kinh-doanh', 'trich-luc-ho-tich', 'dang-ky-khai-sinh']

/** Three weeks of two desks, every list of theirs with something in it. */
export const SCENES: readonly Scene[] = [
  scene('just filed', [0.2, 6], 9, []),
  scene('waits for reception too long', [10, 14], 2, [], SHORT),
  scene('accepted', [1, 6], 6, ['accept']),
  scene('worked on', [2, 7], 5, ['accept', 'take']),
  scene('given to a specialist', [2, 7], 3, ['accept', 'assign']),
  scene('due soon', [22, 24.5], 4, ['accept', 'take'], ['dang-ky-tam-tru', 'thanh-lap-ho-kinh-doanh']),
  scene('late', [36, 60], 3, ['accept', 'take'], SHORT),
  scene('asked', [3, 20], 4, ['accept', 'take', 'ask']),
  scene('answered', [2.5, 8], 4, ['accept', 'take', 'ask', 'answer']),
  scene('answered before it was accepted', [2, 6], 2, ['ask at reception', 'answer']),
  scene('handed over', [2, 7], 3, ['accept', 'take', 'hand over'], SHORT),
  scene('taken where it was handed to', [3, 8], 2, ['accept', 'hand over', 'take'], SHORT),
  scene('leader asked', [2.5, 8], 2, ['accept', 'take', 'ask a leader']),
  scene('other agency asked', [2.5, 8], 2, ['accept', 'take', 'ask an agency'], SHORT),
  scene('other agency answered', [3, 10], 1, ['accept', 'take', 'ask an agency', 'advise'], SHORT),
  scene('put aside', [3, 8], 2, ['accept', 'take', 'put aside'], SHORT),
  scene('to be collected', [6, 30], 3, ['accept', 'take', 'approve'], SHORT),
  scene('returned', [20, 110], 6, ['accept', 'take', 'approve', 'return'], SHORT),
  scene('refused', [8, 60], 2, ['accept', 'take', 'refuse']),
  scene('declined', [8, 60], 2, ['decline']),
  scene('withdrawn', [8, 60], 1, ['withdraw']),
  scene('taken back', [4, 8], 1, ['accept', 'take', 'approve', 'take back'], SHORT),
]

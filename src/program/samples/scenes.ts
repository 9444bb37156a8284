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

/** Counted by the law, and approved without a permit. */
const COUNTED = ['dang-ky-tam-tru', 'thanh-lap-ho-kinh-doanh', 'trich-luc-ho-tich', 'dang-ky-khai-sinh']
/** Within three days of work: not late on the evening of the first. */
const DAYS = ['dang-ky-tam-tru', 'thanh-lap-ho-kinh-doanh']
/** Due on no day, or not soon. */
const UNHURRIED = [...DAYS, 'cap-giay-di-duong', 'tro-cap-huu-tri-xa-hoi', 'hoi-can-bo', 'phan-anh']

/** Three weeks of two desks, every list of theirs with something in it. */
export const SCENES: readonly Scene[] = [
  scene('just filed', [0.2, 6], 9, []),
  scene('waits for reception too long', [10, 14], 2, [], COUNTED),
  scene('accepted', [1, 6], 6, ['accept'], UNHURRIED),
  scene('worked on', [2, 7], 5, ['accept', 'take'], UNHURRIED),
  scene('given to a specialist', [2, 7], 3, ['accept', 'assign'], UNHURRIED),
  scene('due on the same day', [0.6, 2], 2, ['accept', 'take'], ['trich-luc-ho-tich', 'dang-ky-khai-sinh']),
  scene('due soon', [22, 24.5], 4, ['accept', 'take'], DAYS),
  scene('late', [36, 60], 3, ['accept', 'take'], COUNTED),
  scene('asked', [3, 20], 4, ['accept', 'take', 'ask']),
  scene('answered', [2.5, 8], 4, ['accept', 'take', 'ask', 'answer']),
  scene('answered before it was accepted', [2, 6], 2, ['ask at reception', 'answer']),
  scene('handed over', [2, 7], 3, ['accept', 'take', 'hand over'], DAYS),
  scene('taken where it was handed to', [3, 8], 2, ['accept', 'hand over', 'take'], DAYS),
  scene('leader asked', [2.5, 8], 2, ['accept', 'take', 'ask a leader'], UNHURRIED),
  scene('other agency asked', [2.5, 8], 2, ['accept', 'take', 'ask an agency'], DAYS),
  scene('other agency answered', [3, 10], 1, ['accept', 'take', 'ask an agency', 'advise'], DAYS),
  scene('put aside', [3, 8], 2, ['accept', 'take', 'put aside'], DAYS),
  scene('to be collected', [6, 30], 3, ['accept', 'take', 'approve'], COUNTED),
  scene('returned', [20, 110], 6, ['accept', 'take', 'approve', 'return'], COUNTED),
  scene('refused', [8, 60], 2, ['accept', 'take', 'refuse']),
  scene('declined', [8, 60], 2, ['decline']),
  scene('withdrawn', [8, 60], 1, ['withdraw']),
  scene('taken back', [4, 8], 1, ['accept', 'take', 'approve', 'take back'], COUNTED),
]

import { expect, it } from 'vitest'
import { judgeReplies } from './judge-replies.ts'

it.each([
  ['nothing at all', 'abcabc', 'abcabc', { lost: '', repeated: 0, outOfOrder: 0 }],
  ['one message said twice', 'abc', 'abbc', { lost: '', repeated: 1, outOfOrder: 0 }],
  ['a reply in the middle that never came', 'abcd', 'abd', { lost: 'c', repeated: 0, outOfOrder: 0 }],
  ['replies at the end that never came', 'abcd', 'ab', { lost: 'cd', repeated: 0, outOfOrder: 0 }],
  ['a reply nobody asked for', 'abc', 'abxc', { lost: '', repeated: 0, outOfOrder: 1 }],
  ['two replies that changed places', 'abcd', 'acbd', { lost: 'b', repeated: 0, outOfOrder: 1 }],
  ['an old message said again', 'abcd', 'abcad', { lost: '', repeated: 0, outOfOrder: 1 }],
])('finds %s', (_what, expected, seen, verdict) => {
  expect(judgeReplies([...expected], [...seen])).toEqual({ ...verdict, lost: [...verdict.lost] })
})

import { describe, expect, it } from 'vitest'
import { ACTION_LABELS } from '../../src/dossiers/action-labels.ts'
import { canMove, isFinished, isForDesk, isWaiting, STATUSES, statuses } from '../../src/dossiers/status.ts'

describe('the ten national statuses', () => {
  it('are numbered one to ten', () => {
    expect(statuses.map((status) => STATUSES[status].number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('are called as the national portal calls them', () => {
    expect(statuses.map((status) => STATUSES[status].label)).toEqual([
      'Mới đăng ký',
      'Được tiếp nhận',
      'Không được tiếp nhận',
      'Đang xử lý',
      'Yêu cầu bổ sung giấy tờ',
      'Yêu cầu thực hiện nghĩa vụ tài chính',
      'Công dân yêu cầu rút hồ sơ',
      'Dừng xử lý',
      'Đã xử lý xong',
      'Đã trả kết quả',
    ])
  })

  it.each([
    ['registered', [2, 3, 5, 7]],
    ['accepted', [4, 5, 6, 7, 8, 9]],
    ['declined', []],
    ['processing', [4, 5, 6, 7, 8, 9]],
    ['supplement', [2, 4, 3, 7, 8]],
    ['payment', [4, 9, 7, 8]],
    ['withdrawn', []],
    ['stopped', [4, 10]],
    ['done', [10, 4]],
    ['returned', []],
  ] as const)('from %s a dossier may go to %j only', (from, numbers) => {
    expect(
      statuses
        .filter((to) => canMove(from, to))
        .map((to) => STATUSES[to].number)
        .toSorted((a, b) => a - b),
    ).toEqual(numbers.toSorted((a, b) => a - b))
  })

  it('end with a refusal at the desk, a withdrawal or the returned result', () => {
    expect(statuses.filter(isFinished)).toEqual(['declined', 'withdrawn', 'returned'])
    expect(canMove('returned', 'processing')).toBe(false)
  })

  it('wait for a decision until one is made or the citizen withdraws', () => {
    expect(statuses.filter(isWaiting)).toEqual(['registered', 'accepted', 'processing', 'supplement', 'payment'])
  })

  it('wait for the desk before a decision, unless the citizen is to send or pay something first', () => {
    expect(statuses.filter(isForDesk)).toEqual(['registered', 'accepted', 'processing'])
  })
})

it('every act has a name that people read, and no two the same', () => {
  const labels = Object.values(ACTION_LABELS)
  expect(labels.every((label) => /^\p{Lu}\p{Ll}+( \p{Ll}+)+$/u.test(label))).toBe(true)
  expect(new Set(labels).size).toBe(labels.length)
})

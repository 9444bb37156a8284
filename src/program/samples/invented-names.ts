import type { Dice } from './dice.ts'

const FAMILY = 'Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Danh Thạch Trương Lâm Châu Tô'.split(' ')
const MEN = {
  middle: 'Văn Minh Hoàng Quốc Hữu Thanh Chí Tấn'.split(' '),
  given: 'An Bình Cường Dũng Đức Hải Hùng Khang Khôi Lâm Long Nam Nghĩa Phúc Quân Sơn Tâm Thắng Tín Tùng Vinh'.split(
    ' ',
  ),
}
const WOMEN = {
  middle: 'Thị Thị Thị Ngọc Mỹ Kim Thanh'.split(' '),
  given:
    'Bích Chi Diễm Dung Hà Hạnh Hồng Hương Lan Linh Loan Mai Ngân Nga Nhung Oanh Phượng Thảo Trang Tuyền Yến'.split(
      ' ',
    ),
}

/** A name that people here could bear. */
export function inventName(dice: Dice, sex: 'nam' | 'nữ'): string {
  const { middle, given } = sex === 'nam' ? MEN : WOMEN
  return [FAMILY, middle, given].map((words) => dice.pick(words)).join(' ')
}

const OF_WOMEN = new Set(['Thị', 'Mỹ', 'Kim', ...WOMEN.given.filter((name) => !MEN.given.includes(name))])

/** The sex that a name speaks for, so that an invented one can take its place. */
export const sexOf = (name: string): 'nam' | 'nữ' =>
  name
    .split(' ')
    .slice(1)
    .some((word) => OF_WOMEN.has(word))
    ? 'nữ'
    : 'nam'

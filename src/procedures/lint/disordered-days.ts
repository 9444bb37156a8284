import type { Rule } from './rule.ts'

const exists = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** What holds from which day: real days, each later than the one before. */
export const disorderedDays: Rule = ({ file, finding }) =>
  (file.info ?? []).flatMap(({ from }, i, all) => {
    const before = all[i - 1]?.from
    if (!exists(from)) return finding('info', ['info', i, 'from'], `Không có ngày ${from}.`)
    return before !== undefined && from <= before
      ? finding('info', ['info', i, 'from'], `Ngày ${from} phải sau ngày ${before} của mục trước.`)
      : []
  })

/** A person may be up to 120 years old; two digits name the latest year that is not in the future. */
export function fullYear(text: string, thisYear: number): number {
  const year = Number(text)
  if (text.length === 4) return year
  return 2000 + year > thisYear ? 1900 + year : 2000 + year
}

export const isPossible = (year: number, thisYear: number): boolean => year <= thisYear && year >= thisYear - 120

/**
 * "… ạ", "… nha em", "… đó cán bộ": small letters behind an answer in the citizen's own words, never a part of it. A capital makes
 * it one: "Triệu Thị Nhé".
 */
export const withoutEnding = (typed: string): string =>
  typed.replace(
    /[\s,]+(?:ạ|nhé|nha|nhen|nghe|nghen|hen|đó|nè)(?: (?:em|anh|chị|cô|chú|bác|con|cháu|ad|cán bộ|bạn))?[.!]*$/u,
    '',
  )

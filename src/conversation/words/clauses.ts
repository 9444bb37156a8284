/** What is said between commas and stops, each by itself. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/[,;.!…\n]+|\s[-–]\s/u)
    .map((it) => it.trim())
    .filter((it) => /\p{L}/u.test(it))

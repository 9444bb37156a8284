/** Sentences about people who are asked about one after another. `person`: as the text calls one, with the number. */
export const peoplePhrases = {
  add: 'Thêm người',
  drop: 'Bỏ người này',
  noted: (people: readonly string[]) => `Đã ghi ${people.length} người: ${people.join('; ')}.`,
  dropped: (person: string, name: string | undefined) =>
    `Tôi đã bỏ ${person}${name === undefined ? '' : `: ${name}`}. Bỏ nhầm thì ông/bà nhắn “thêm người” rồi ghi lại.`,
  whichOne: (people: readonly string[]) => `Ông/bà muốn bỏ ai? Nhắn “bỏ người 1”, “bỏ người 2”…\n${people.join('\n')}`,
  reallyDrop: (n: number, name: string | undefined) =>
    `Tôi chưa bỏ ai. Muốn bỏ ${name ?? `người ${n}`} thì ông/bà nhắn “bỏ người ${n}”.`,
  nobody: (count: number) =>
    count === 0 ? 'Tôi chưa ghi người nào nên không có ai để bỏ.' : `Tôi mới ghi ${count} người, không có người đó.`,
  tooFew: (least: number) =>
    `Việc này cần ít nhất ${least} người, nên tôi chưa bỏ. Ông/bà sửa thông tin người này giúp.`,
  unfinished: (person: string, name: string) =>
    `${person} (${name}) còn thiếu, nên tôi chưa qua câu khác. Ông/bà trả lời giúp, hoặc bấm “Bỏ người này”.`,
  tooMany: (names: readonly string[]) => `Chưa ghi: ${names.join(', ')}.`,
  notTaken: (words: string) => `Tôi chưa hiểu chỗ “${words}” nên chưa ghi.`,
} as const

import { type Found, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

interface Festival {
  date: number
  month: number
  isLunar: boolean
}
const ofMoon = (date: number, month: number): Festival => ({ date, month, isLunar: true })
const ofSun = (date: number, month: number): Festival => ({ date, month, isLunar: false })

/** Days that are known by a name. Source: Labour Code 2019, article 112, and Hoàng Phê (ed.), Từ điển tiếng Việt. */
const FESTIVALS = phrasesOf<Festival>([
  [ofMoon(15, 8), 'trung thu, tết trung thu, rằm trung thu'],
  [ofMoon(15, 7), 'vu lan, rằm vu lan'],
  [ofMoon(5, 5), 'đoan ngọ, tết đoan ngọ'],
  [ofMoon(15, 1), 'nguyên tiêu, rằm nguyên tiêu'],
  [ofMoon(15, 4), 'phật đản'],
  [ofMoon(10, 3), 'giỗ tổ, giỗ tổ hùng vương'],
  [ofMoon(23, 12), 'đưa ông táo, ông táo'],
  [ofMoon(30, 12), 'giao thừa, đêm giao thừa'],
  [ofSun(25, 12), 'noel, nô en, lễ noel, giáng sinh, lễ giáng sinh'],
  [ofSun(1, 1), 'tết tây, tết dương lịch, tết dương'],
  [ofSun(2, 9), 'quốc khánh, lễ quốc khánh'],
  [ofSun(1, 5), 'quốc tế lao động'],
  [ofSun(20, 11), 'ngày nhà giáo'],
])
const BEFORE = phrasesOf([
  [true, 'hôm, bữa, ngày, dịp, lễ, đúng, hôm lễ, bữa lễ, ngày lễ, đúng ngày, đúng hôm, đúng bữa'],
])

/** "Hôm trung thu", "noel": a day of the year by its name. */
export function festivalAt(words: readonly TimeWord[], at: number): Found<Festival> | undefined {
  const before = phraseAt(BEFORE, words, at)
  return (before && phraseAt(FESTIVALS, words, before.next)) ?? phraseAt(FESTIVALS, words, at)
}

/**
 * Words that mean the same wherever a choice is named, a line each. Source: Hoàng Phê (ed.), Từ điển tiếng Việt, and southern
 * spellings that this channel was sent.
 */
export const SAME_WORDS: readonly (readonly string[])[] = `
  mẹ má mạ
  cha ba tía bố
  sinh sanh
  bệnh bịnh
  nhất nhứt
  lĩnh lãnh
  gửi gởi
  chính chánh
  thật thiệt
  một 1
  ly li
  lý lí
  kỹ kĩ
  ký kí
  kỳ kì
  mỹ mĩ
  quý quí
  hai 2
  bốn 4
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

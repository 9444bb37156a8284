/** Mobile and fixed-line numbers as people write them; longer rows of digits are identity or account numbers. */
const PHONE = /(?<![\d.-])(?:\+84|0)(?:[ .-]?\d){9,10}(?![\d]|[.-]\d)/g

/** A text in which telephone numbers can be tapped to call. */
export const WithPhones = ({ text }: { text: string }) => {
  const parts: preact.ComponentChild[] = []
  let from = 0
  for (const { 0: number, index } of text.matchAll(PHONE)) {
    parts.push(text.slice(from, index), <a href={`tel:${toDial(number)}`}>{number}</a>)
    from = index + number.length
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

export const toDial = (number: string): string => number.replace(/[^\d+]/g, '')

/** The number to call, among the answers: what a phone question took, whatever the flow calls it. */
export const phoneIn = (answers: readonly { value: string }[]): string | undefined =>
  answers.find(({ value }) => /^0[35789]\d{8}$/.test(value))?.value

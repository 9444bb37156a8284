/** The smallest whole flow; tests change one thing in it. */
export const SMALL_FLOW = `format: 1
flow: thu-nghiem
version: 1
name: Thử nghiệm
start: hoi
steps:
  hoi:
    say: Ông/bà tên gì?
    expect: text
    check: personName
    saveAs: applicant
    label: Họ tên
    next: chon
  chon:
    say: Gửi chứ, {applicant}?
    expect: choice
    choices:
      - { key: co, label: Có, next: xong }
      - { key: khong, label: Không, next: xong }
  xong:
    say: Cảm ơn ông/bà.
    expect: none
    end: true
`

export const changed = (from: string, to: string): string => {
  if (!SMALL_FLOW.includes(from)) throw new Error(`not in the small flow: ${from}`)
  return SMALL_FLOW.replace(from, to)
}

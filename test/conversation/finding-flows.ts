import { readFile } from 'node:fs/promises'
import type { Flows } from '../../src/conversation/flow/compiled-flow.ts'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { planPublication } from '../../src/procedures/publish.ts'

/** Published flow files by name, with small flows beside them. */
export async function flowsNamed(names: readonly string[], more: readonly string[] = []): Promise<Flows> {
  const texts = await Promise.all(
    names.map((name) => readFile(new URL(`../../flows/${name}/flow.yaml`, import.meta.url), 'utf8')),
  )
  const rows = [...texts, ...more].map((text) => {
    const plan = planPublication(text, [], 'test', 0)
    if (plan.outcome !== 'published') throw new Error(JSON.stringify(plan))
    return plan.row
  })
  return createCatalogue(rows)
}

/** A procedure of three questions that collects a name and a plate. */
const smallProcedure = (flow: string, name: string, head: string): string => `format: 1
flow: ${flow}
version: 1
name: ${name}
mode: accept
agency: H12.99
${head}
start: dong_y
steps:
  dong_y:
    say: Cơ quan cần họ tên và biển số để làm việc này. Ông/bà có đồng ý không?
    expect: consent
    yes: { label: Tôi đồng ý, next: ho_ten }
    no: { label: Tôi không đồng ý, next: thoi }
  ho_ten:
    say: Ông/bà tên gì?
    expect: text
    check: personName
    saveAs: applicant
    label: Họ tên
    next: bien_so
  bien_so:
    say: Biển số xe?
    expect: text
    check: plate
    saveAs: plate
    label: Biển số
    next: xem_lai
  xem_lai:
    say: Ông/bà xem lại.
    expect: review
    next: nop
  nop:
    say: Đã nhận hồ sơ {code}.
    expect: none
    do: file
    end: true
  thoi:
    say: Vâng.
    expect: none
    end: true
`

const BIRTH = `code: '1.001193'
words: [khai sinh, giấy khai sinh, làm khai sinh]
link: https://dichvucong.gov.vn/1.001193
info:
  - from: '2025-07-01'
    fee: { kind: council, online: 0, exempt: [đăng ký trong 60 ngày, hộ nghèo] }
    papers: [Giấy chứng sinh, Căn cước của cha hoặc mẹ]
    deadline: Trong ngày.
    where: UBND xã, phường nơi cha hoặc mẹ cư trú.
    basis: Luật Hộ tịch 2014.
  - from: '2031-01-01'
    fee: { kind: fixed, amount: 5000 }
    papers: [Giấy mới]
    deadline: Hai ngày.
    where: Nơi khác.`
const STAY = `code: '1.004194'
words: [tạm trú, đăng ký tạm trú, khai tạm trú]
info:
  - from: '2025-07-01'
    fee: { kind: fixed, amount: 15000, per: lần, online: 7000, exempt: [trẻ em, hộ nghèo] }
    papers: [Tờ khai CT01]
    deadline: 3 ngày làm việc.
    where: Công an xã, phường.`
const SINGLE = `code: '1.004873'
words: [tình trạng hôn nhân, độc thân, xác nhận tình trạng hôn nhân]
info:
  - from: '2025-07-01'
    fee: { kind: free }
    papers: [Tờ khai]
    deadline: 3 ngày làm việc.
    where: UBND xã, phường.`
const HOUSE = `code: '1.013225'
words: [giấy phép xây dựng, xây nhà]`
const SHOP = `code: '1.001612'
words: [hộ kinh doanh, mở quán, mở tiệm]`

export const smallProcedures = [
  smallProcedure('thu-khai-sinh', 'Đăng ký khai sinh', BIRTH),
  smallProcedure('thu-tam-tru', 'Đăng ký tạm trú', STAY),
  smallProcedure('thu-doc-than', 'Xác nhận tình trạng hôn nhân', SINGLE),
  smallProcedure('thu-xay-nha', 'Cấp giấy phép xây dựng nhà ở', HOUSE),
  smallProcedure('thu-kinh-doanh', 'Đăng ký hộ kinh doanh', SHOP),
]

import { z } from 'zod'
import { checks } from '../conversation/checks/table.ts'
import { flowSchema } from '../conversation/flow-format.ts'
import { predicates } from '../conversation/predicates.ts'

interface Schema {
  [keyword: string]: unknown
  type?: unknown
  pattern?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
}

/** What an editor shows when the mouse rests on a word. Shorter than flows/README.md, which explains. */
const HOVER: Readonly<Record<string, string>> = {
  format: 'Luôn là 1.',
  flow: 'Tên luồng: trùng tên thư mục, không đổi về sau. Trong một lựa chọn: mở luồng khác.',
  version: 'Tăng thêm 1 khi thêm, bớt, đổi thứ tự bước hoặc đổi lối đi. Chỉ đổi lời thì giữ nguyên.',
  name: 'Tên thủ tục, như người dân gọi.',
  about: 'Một câu cho biết thủ tục để làm gì.',
  code: 'Mã thủ tục hành chính, ví dụ 2.000635.',
  words: 'Những cách người dân hay gọi, để tìm thấy thủ tục.',
  mode: 'accept: nộp ngay tại đây. prepare: chuẩn bị tại đây, nộp trên Cổng dịch vụ công.',
  info: 'Phí, giấy tờ, thời hạn, nơi nộp. Mục có ngày from gần nhất đã qua được dùng.',
  from: 'Trong info: áp dụng từ ngày này. Trong moves: bản mà người dân đang làm dở.',
  fee: 'kind: free (miễn phí), fixed (số tiền cố định), council (HĐND tỉnh quy định).',
  kind: 'free, fixed hoặc council.',
  amount: 'Số tiền, chỉ chữ số: 8000.',
  per: 'Tính theo gì, ví dụ: một bản.',
  online: 'Số tiền khi nộp trực tuyến, nếu khác.',
  exempt: 'Những ai được miễn.',
  papers: 'Giấy tờ cần có, mỗi dòng một loại.',
  deadline: 'Bao lâu có kết quả.',
  where: 'Nộp ở đâu.',
  basis: 'Văn bản quy định.',
  note: 'Điều cần lưu ý thêm.',
  link: 'Trang của thủ tục trên Cổng dịch vụ công quốc gia.',
  closed: 'Khi có dòng này, người dân đọc nó thay vì bắt đầu: thủ tục tạm ngừng.',
  grants: 'Khi duyệt thì cấp gì.',
  moves: 'Người đang làm dở bản cũ thì sao.',
  do: 'Trong moves: keep, move hoặc stop. Trong một bước: việc chương trình làm.',
  steps: 'Các bước. Trong moves: bước cũ sang bước mới.',
  agency: 'Mã cơ quan nhận, hoặc choose để theo câu trả lời có saveAs là agency.',
  help: 'Lời đáp khi người dân nhắn “trợ giúp”.',
  contact: 'Cách gặp cán bộ.',
  start: 'Bước đầu tiên.',
  expect: 'Chờ người dân làm gì.',
  say: 'Lời người dân đọc. {ten} được thay bằng câu trả lời đã lưu.',
  why: 'Lời đáp khi người dân hỏi “vì sao”.',
  saveAs: 'Tên để lưu câu trả lời, viết liền không dấu.',
  label: 'Tên ngắn ở bước xem lại. Trong một lựa chọn: chữ trên nút.',
  choices: 'Các lựa chọn.',
  key: 'Mã của lựa chọn, không đổi về sau.',
  next: 'Bước kế tiếp, hoặc các nhánh theo điều kiện.',
  when: 'Điều kiện của nhánh. Nhánh cuối không có điều kiện.',
  to: 'Bước mà nhánh dẫn đến.',
  check: 'Cách kiểm tra câu trả lời.',
  optional: 'true: cho phép bỏ qua.',
  accept: 'photo: ảnh. document: tệp. both: cả hai.',
  max: 'Nhiều nhất bao nhiêu tệp.',
  yes: 'Nút đồng ý.',
  no: 'Nút không đồng ý.',
  submit: 'Chữ trên nút nộp.',
  fills: 'Thẻ căn cước điền vào những câu trả lời nào.',
  number: 'Số căn cước.',
  birthDate: 'Ngày sinh.',
  sex: 'Giới tính.',
  address: 'Nơi thường trú.',
  end: 'true: kết thúc ở bước này.',
}

/** Names that a program knows and an author picks from. */
const LISTS: Readonly<Record<string, readonly string[]>> = { check: [...checks.keys()], when: [...predicates.keys()] }

/** JSON Schema (draft 2020-12) of the grammar, for completion and hover in an editor. */
export function flowJsonSchema(): Schema {
  return forEditors(z.toJSONSchema(flowSchema, { io: 'input' }) as Schema)
}

export const renderSchema = (): string => `${JSON.stringify(flowJsonSchema(), null, 2)}\n`

function forEditors(node: Schema, name?: string): Schema {
  const made: Schema = {}
  for (const [keyword, value] of Object.entries(node)) made[keyword] = deeper(keyword, value)
  const list = name === undefined ? undefined : LISTS[name]
  const hover = name === undefined ? undefined : HOVER[name]
  return { ...widened(made), ...(list && { enum: [...list] }), ...(hover !== undefined && { description: hover }) }
}

function deeper(keyword: string, value: unknown): unknown {
  // Keys are text for an editor too.
  if (keyword === 'propertyNames') return value
  if (keyword === 'properties')
    return Object.fromEntries(Object.entries(value as Record<string, Schema>).map(([name, it]) => [name, forEditors(it, name)])) // prettier-ignore
  if (Array.isArray(value)) return value.map((it: unknown) => (isSchema(it) ? forEditors(it) : it))
  return isSchema(value) ? forEditors(value) : value
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value) // prettier-ignore

/** We read every scalar as text; an editor reads `version: 2` as a number and `optional: true` as a truth. */
function widened(node: Schema): Schema {
  if (node.type !== 'string') return node
  if (node.const === '1') return withoutType(node, ['1', 1])
  if (node.enum?.includes('true')) return withoutType(node, [...node.enum, true, false])
  const isFree = node.const === undefined && node.enum === undefined
  return isFree ? { ...node, type: ['string', 'number', 'boolean'] } : node
}

const withoutType = ({ type: _, const: __, ...rest }: Schema, values: unknown[]): Schema => ({ ...rest, enum: values })

import { fold } from '../kernel/text.ts'
import { province } from '../province/province.ts'

/** A file name for a procedure, from its name: “Đăng ký nuôi con nuôi” → `dang-ky-nuoi-con-nuoi`. None when nothing is left. */
export function flowNameOf(name: string): string | undefined {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^[-0-9]+|-+$/g, '')
  return slug === '' || slug in Object.prototype ? undefined : slug
}

/** A small procedure that may be published as it stands, to be rewritten question by question. */
export const newFlowText = (flow: string, name: string): string => `# yaml-language-server: $schema=../flow.schema.json
format: 1
flow: ${flow}
version: 1
name: ${JSON.stringify(name)}
words: [${JSON.stringify(name.toLowerCase())}]
mode: prepare
agency: ${province.centre.code}
start: dong_y
steps:
  dong_y:
    say: |
      Để làm thủ tục này, cơ quan cần họ tên và số điện thoại của ông/bà, chỉ dùng để giải quyết hồ sơ. Ông/bà có quyền xem, sửa, xóa hoặc rút lại đồng ý.

      Ông/bà có đồng ý không?
    expect: consent
    yes: { label: Tôi đồng ý, next: ho_ten }
    no: { label: Tôi không đồng ý, next: khong_dong_y }
  khong_dong_y:
    say: Vâng, tôi không nhận thông tin nào của ông/bà. Khi cần, ông/bà đến xã, phường để làm trực tiếp.
    expect: none
    end: true
  ho_ten:
    say: |
      Ông/bà cho biết họ và tên, ghi như trên căn cước.
      Ví dụ: Nguyễn Văn An.
    why: Tên này được ghi vào hồ sơ.
    expect: text
    check: personName
    saveAs: applicant
    label: Họ và tên
    next: dien_thoai
  dien_thoai:
    say: |
      Số điện thoại của ông/bà là gì?
      Ví dụ: 0912 345 678.
    why: Cán bộ gọi số này khi cần hỏi thêm.
    expect: text
    check: phone
    saveAs: phone
    label: Số điện thoại
    next: xem_lai
  xem_lai:
    say: "Ông/bà xem lại trước khi nộp:"
    expect: review
    next: nop
  nop:
    say: |
      Đã nhận hồ sơ.
      Mã hồ sơ: {code}
      Mã tra cứu: {secret}
    expect: none
    do: file
    end: true
`

/** Examples for that text: as filed, as corrected, as refused. */
export const newFlowCases = (flow: string): string => `cases:
  - title: điền đủ rồi nộp
    start: ${flow}
    talk:
      - botSays: đồng ý không
      - citizenSays: đồng ý
      - botSays: họ và tên
      - citizenSays: Nguyễn Văn An
      - citizenSays: '0912345678'
      - botSays: [xem lại, 'Họ và tên: Nguyễn Văn An']
      - citizenSays: nộp hồ sơ
      - botSays: '{code}'
      - filed: '1'
  - title: sửa số điện thoại ở bước xem lại
    start: ${flow}
    talk:
      - citizenSays: đồng ý
      - citizenSays: Nguyễn Văn An
      - citizenSays: '0912345678'
      - citizenSays: '2'
      - citizenSays: '0987654321'
      - botSays: 'Số điện thoại: 0987654321'
  - title: số điện thoại thiếu chữ số thì được hỏi lại kèm ví dụ
    start: ${flow}
    talk:
      - citizenSays: đồng ý
      - citizenSays: Nguyễn Văn An
      - citizenSays: '0912'
      - botSays: 'Ví dụ: 0912'
`

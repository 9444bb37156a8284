/** By fixture: every mistake it has, with its place. */
export const expectedFindings: Readonly<Record<string, readonly string[]>> = {
  branches: ['13:5 Bước “hoi”: Thiếu nhánh cuối cùng không có điều kiện.'],
  card: ['10:31 Không có câu nào hỏi “citizenNumber” khi người dân tự nhập.'],
  consent: ['8:3 Bước “hoi” hỏi thông tin cá nhân khi chưa xin đồng ý (expect: consent).'],
  'dead-end': [
    '7:3 Từ bước “hoi” không có đường nào đi đến kết thúc.',
    '14:3 Từ bước “chon” không có đường nào đi đến kết thúc.',
    '20:3 Từ bước “xong” không có đường nào đi đến kết thúc.',
  ],
  'early-conditions': [
    '14:11 Điều kiện “withPlate” cần câu trả lời “plate” hỏi trước bước “bien_so”.',
    '15:11 Điều kiện “found” chỉ dùng ở bước tìm dữ liệu (do: query …).',
    '20:5 Bước “gio_ve” cần câu trả lời “validFrom” hỏi trước nó.',
  ],
  info: ['7:7 Ngày 2030-01-01 phải sau ngày 2030-05-01 của mục trước.', '8:7 Không có ngày 2030-02-31.'],
  moves: [
    '5:7 Bản 2 không cũ hơn bản này (2).',
    '6:50 Không có bước nào tên “hoii”.',
    '6:60 Bước “xong” không hỏi gì nên không ai dừng ở đó được.',
  ],
  'open-conversations': [
    '3:1 Có 3 người đang làm dở bản 1. Hãy thêm mục moves “from: 1” để nói họ làm tiếp thế nào (keep, move hoặc stop).',
  ],
  pick: ['14:3 Có đường đến bước “chon_mot” mà chưa tra cứu gì để chọn (do: query …).'],
  'read-too-early': ['27:5 Có đường đến bước “xong” mà chưa hỏi {applicant}.'],
  rules: [
    '12:9 Không có quy tắc nào tên “lon”.',
    '13:9 Quy tắc “notBefore” cần mục answer: câu trả lời đem ra so.',
    '14:9 Quy tắc “temporaryStay” không so với câu nào: bỏ mục answer.',
    '15:9 Quy tắc “notBefore” so với “hom”, mà không câu nào lưu tên đó.',
  ],
  structure: ['3:1 Các bước đã thay đổi nhưng version vẫn là 1. Hãy tăng version lên 2.'],
  'too-long': [`21:11 Nút “${Array(4).fill('Không gửi hồ sơ này và').join(' ')}” dài quá 60 chữ cái.`],
  'twin-choices': ['19:9 Hai lựa chọn trùng nhau: “co”.'],
  unfiled: ['5:1 Thủ tục nhận hồ sơ (mode: accept) cần một bước nộp (do: file).'],
  'unknown-check': ['10:5 Không có phép kiểm tra nào tên “tenNguoi”.'],
  // What follows from a way that leads nowhere is not told beside it.
  'unknown-target': ['13:5 Không có bước nào tên “chonn”. Có phải “chon”?'],
  unnormalised: ['8:10 Chữ có dấu gõ ở dạng tổ hợp (NFD) hoặc chữ Đ sai mã. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.'],
  unreachable: ['24:3 Không có đường nào dẫn đến bước “thua”.'],
  unrehearsed: ['2:1 Chưa có ví dụ nào (cases.yaml) đi đến lúc nộp.'],
}

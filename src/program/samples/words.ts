/** What desks and citizens write, about any procedure. */
export const DESK_WORDS = {
  questions: [
    'Ảnh căn cước bị mờ, ông/bà chụp lại giúp, thấy rõ bốn góc.',
    'Ông/bà cho biết số điện thoại của người thân để cơ quan liên hệ khi cần.',
    'Ông/bà ghi rõ số nhà, tên ấp hoặc khóm nơi đang ở.',
    'Họ tên trong hồ sơ khác với căn cước một chữ, ông/bà xem lại giúp chữ nào đúng.',
    'Ông/bà gửi thêm ảnh trang có dấu của giấy đã nộp.',
  ],
  declines: [
    'Việc này do cơ quan ở nơi thường trú giải quyết, ông/bà nộp tại đó.',
    'Hồ sơ trùng với hồ sơ ông/bà đã nộp trước đó.',
    'Thông tin chưa đủ để tiếp nhận, ông/bà xem lại hướng dẫn và nộp lại giúp.',
  ],
  refusals: [
    'Giấy tờ đã nộp không khớp với dữ liệu dân cư, sau khi đã kiểm tra lại.',
    'Trường hợp này chưa đủ điều kiện theo quy định hiện hành.',
    'Thời gian đề nghị đã qua nên không còn giải quyết được.',
  ],
  undone: ['Bấm nhầm hồ sơ, cần xem lại trước khi trả.', 'Cần kiểm tra lại một giấy tờ trước khi quyết định.'],
  handed: ['Nội dung thuộc thẩm quyền của quý cơ quan, kính chuyển giải quyết.', 'Kính chuyển để phối hợp xử lý.'],
  consults: ['Xin ý kiến về điều kiện giải quyết của hồ sơ này.', 'Nhờ xác nhận giúp thông tin cư trú trong hồ sơ.'],
  opinions: ['Đồng ý giải quyết theo đề nghị.', 'Đã kiểm tra, thông tin đúng như hồ sơ.'],
  replies: [
    'Cảm ơn ông/bà. Việc này cơ quan đã xem và xử lý xong trong ngày.',
    'Được ông/bà nhé. Ông/bà mang theo căn cước khi đến, cán bộ hướng dẫn tại chỗ.',
    'Cơ quan đã ghi nhận và cử người đến xem; có gì thêm xin nhắn lại tại đây.',
  ],
  asides: ['Chờ văn bản trả lời của cơ quan khác.', 'Chờ người dân gửi bản giấy qua bưu điện.'],
  assignments: ['', 'Nhờ em xem trước giờ trưa giúp.', 'Hồ sơ này giao em xử lý.'],
}

export const CITIZEN_WORDS = {
  answers: [
    'Dạ tôi gửi lại, cán bộ xem giúp.',
    'Số điện thoại người nhà tôi là 0912 345 678.',
    'Nhà tôi ở khóm 3, cạnh trường tiểu học.',
    'Tên đúng là như trong căn cước, tôi ghi nhầm.',
    'Dạ giấy này tôi đã nộp bản chính cho xã rồi.',
  ],
  withdrawals: ['', 'Tôi khai nhầm, sẽ nộp lại.', 'Tôi đã làm trực tiếp tại xã.'],
}

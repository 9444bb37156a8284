const back = { href: '/staff/procedures', label: 'Về danh sách thủ tục' }

export const PROCEDURE_MESSAGES = {
  unknown: { title: 'Không tìm thấy', text: 'Không có thủ tục này. Có thể đường dẫn đã bị gõ thiếu.', back },
  notYours: {
    title: 'Ông/bà chỉ được xem',
    text: 'Tài khoản của ông/bà xem và diễn tập thủ tục được, nhưng không sửa được. Nếu cần sửa, xin nhờ quản trị cấp quyền biên tập.',
    back,
  },
  noDraft: {
    title: 'Không có bản nháp',
    text: 'Bản nháp đã được xuất bản hoặc đã bị bỏ, có thể bởi một người khác. Xin mở thủ tục để xem bản đang dùng.',
    back,
  },
  needed: {
    title: 'Không ngừng được',
    text: 'Đây là phần trò chuyện chung mà mọi thủ tục cần đến, ví dụ trình đơn. Nếu cần đổi lời, xin sửa nội dung rồi xuất bản.',
    back,
  },
  unpublished: {
    title: 'Chưa xuất bản',
    text: 'Thủ tục này chưa xuất bản lần nào nên người dân chưa dùng. Không cần nữa thì mở thủ tục và bỏ bản nháp.',
    back,
  },
  notUnheard: {
    title: 'Không còn câu này',
    text: 'Câu này đã được dạy, đã bỏ, hoặc đã quá 90 ngày nên tự xóa. Xin mở danh sách để xem các câu khác.',
    back: { href: '/staff/procedures-unheard', label: 'Về câu chưa hiểu' },
  },
  noEntry: {
    title: 'Không tìm thấy',
    text: 'Không có việc này, hoặc việc này đã ngừng chỉ. Xin xem trong danh sách.',
    back: { href: '/staff/elsewhere', label: 'Về việc làm ở nơi khác' },
  },
  busy: {
    title: 'Máy đang bận',
    text: 'Chưa kiểm tra xong nên chưa có gì được thực hiện. Xin thử lại sau ít phút.',
    back: { href: '/staff/elsewhere', label: 'Về việc làm ở nơi khác' },
  },
  noPlace: { title: 'Không tìm thấy', text: 'Thủ tục này không có lần xuất bản đó.', back },
} as const

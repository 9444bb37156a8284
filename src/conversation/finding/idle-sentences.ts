/**
 * Sentences that ask for nothing that this program knows: frames without a matter, talk, and matters of nobody's office. The
 * judge learns from them what to let pass. Written down from what people type into channels of this kind (domain §9.7).
 */
export const IDLE_SENTENCES: readonly string[] = `
  xin chào
  chao ad
  alo có ai không
  em chào anh chị
  cho em hỏi chút
  cho hoi
  cho tui hỏi cái này
  tui cần làm giấy tờ
  lam giay to
  muốn làm thủ tục
  xin giấy
  lam cho tui
  làm cái này giùm
  dang ky
  đăng ký cái này
  cấp giấy
  can giup
  giúp tui với
  giup em lam cai giay
  thủ tục hành chính
  ho so
  nộp hồ sơ
  phí bao nhiêu
  phi nhieu vay
  bao nhiêu tiền
  cần giấy gì
  can gi
  cần giấy tờ gì
  mang gì theo
  vậy mang theo giấy tờ gì
  làm ở đâu
  nop o dau
  o dau vay
  mấy ngày có
  bao lau co
  chừng nào có
  khi nào xong
  có mất tiền không
  căn cứ luật nào
  cảm ơn nhiều
  cam on ad
  ok
  dạ vâng
  không
  khong phai
  không có
  de toi xem lai
  để mai tui gửi
  hôm nay trời mưa quá
  bữa nay nắng dữ
  troi nong qua
  ăn cơm chưa
  chúc mừng năm mới
  chuc ngay moi vui ve
  giá vàng bữa nay bao nhiêu
  gia tom hom nay
  giá xăng
  ket qua xo so
  bữa nay xổ đài nào
  da banh toi nay may gio
  thời tiết ngày mai
  hát cho nghe một bài
  ke chuyen cuoi
  bạn tên gì
  may la ai
  bạn bao nhiêu tuổi
  em co nguoi yeu chua
  đó là cái gì
  cai gi vay
  là sao
  khong hieu gi het
  hs lớp 9
  học sinh lớp 5
  bài tập toán
  viet gium bai van
  dịch giùm câu này
  mua bán điện thoại cũ
  bán gấp xe máy
  kiem tien online
  kiếm 5 triệu mỗi ngày
  link đây nè
  nhan qua mien phi
  đường nào đi chợ
  quán nào ngon
  khách sạn ở đâu
  xe đi sài gòn mấy giờ chạy
  nhập hàng hóa
  tối nay ai rảnh
  nguyễn văn an
  tran thi be
  xã đất mũi
  phường an xuyên
  mẹ tui tên lan
  con tui tên bảo
  tui buồn quá
  mệt quá đi
  vui ghê
  chán
  mac cuoi qua
  đừng phiền
  gửi rồi đó
  xong chưa vậy
  hình nè
`
  .trim()
  .split(/\s*\n\s*/)

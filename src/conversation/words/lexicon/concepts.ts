/**
 * Words by what people speak of with them when they tell their situation instead of the name of a paper: whom, what happened,
 * who asks for it. One word may stand for several. Marks as they are written; who types none may mean any. Source: the notes of
 * the field on southern speech (domain §9.7), and how each matter is asked for in `flows/`.
 */
export const CONCEPTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `
    child: con, bé, em bé, cháu, nhóc, thằng nhỏ, con nhỏ, đứa nhỏ, thằng cu, con nít, trẻ, sơ sinh, tụi nhỏ, công chúa, con gái, con trai
    parent: ba, má, mẹ, cha, tía, bố, ông già, bà già
    elder: ông nội, bà nội, ông ngoại, bà ngoại, nội, ngoại, cụ, người già, cao tuổi, lớn tuổi, già, ông, bà
    spouse: vợ, chồng, bà xã, ông xã, hai đứa, tụi em, dâu, rể
    birth: sinh, sanh, đẻ, chào đời, ra đời, lọt lòng, nằm ổ
    death: mất, chết, qua đời, tạ thế, nhắm mắt, tắt thở, từ trần, nằm xuống, ra đi, hy sinh, chôn, tang, ma chay, mai táng, đám ma, hậu sự, khuất
    lost: mất, thất lạc, rớt, rơi, kiếm, tìm không, không thấy, tiêu, bỏ quên, lạc, trôi
    damaged: rách, nát, hư, mờ, cháy, ướt, mối, chuột, phai, gãy, bể, mục, ố, ngâm, hỏng, bong
    move: dọn, dời, chuyển, về ở, tới ở, vô ở, ở hẳn, ở luôn, sang, qua
    rent: trọ, mướn, thuê, ở đậu, ở nhờ, phòng, ở tạm
    build: xây, cất, đổ, dựng, làm nhà, nâng, đập, lên lầu, móng, tường, mái, tầng, nền, gác, vách
    sell: bán, buôn, mở, tiệm, quán, sạp, vựa, cửa hàng, shop, ki ốt, kinh doanh, làm ăn
    bank: ngân hàng, nhà băng, vay, mượn tiền, trả góp
    school: trường, học, lớp, nhập học, mẫu giáo, mầm non
    work: công ty, xí nghiệp, hãng, xưởng, xin việc, đi làm, công nhân
    demand: đòi, bắt, kêu, biểu, yêu cầu, bảo
    stamp: mộc, dấu, đóng dấu, con dấu
    sign: ký, chữ ký
    copy: bản sao, photo, sao, bản
    marry: cưới, lấy vợ, lấy chồng, kết hôn, rước dâu, xe hoa, đám cưới, hôn thú, nên vợ, đi bước nữa
    divorce: ly hôn, ly dị, chia tay, thôi nhau, bỏ nhau, ra tòa, tòa
    single: độc thân, chưa vợ, chưa chồng, một mình, chưa có vợ, chưa có chồng, chưa lập gia đình, góa
    expire: hết hạn, tới hạn, quá hạn, sắp hết, hết ngày, hết
    more: thêm, nữa, tiếp, kéo dài, nới, gia hạn, lâu hơn
    checkpoint: chốt, trạm, giăng dây, phong tỏa, chặn, ra tỉnh, khỏi tỉnh
    vehicle: xe, honda, wave, ô tô, xe tải, xe máy
    boat: ghe, tàu, vỏ, xuồng
    market: chợ, siêu thị, đồ ăn, thực phẩm
    money: tiền, trợ cấp, hỗ trợ, phụ cấp, chế độ, lương, lãnh
    remove: xóa, bỏ, gạch, cắt, hủy, rút, lấy ra
    wrong: sai, lộn, nhầm, trật, lỡ
    household: hộ, hộ khẩu, khẩu, trong nhà
    wait: chờ, lâu, chưa thấy, im re, im ru, tới đâu, chưa nghe
    filed: nộp, gửi, hồ sơ, đơn
    appointment: hẹn, lịch, giữ chỗ, xếp hàng, lấy số, bữa khác
    police: công an, csgt, cảnh sát
    hospital: bệnh viện, nhà thương, trạm y tế, bác sĩ, nằm viện, xuất viện
    land: đất, ruộng, vườn, vuông, sổ đỏ, thửa
    poor: nghèo, khổ, cực, khó khăn, túng
    self: tôi, em, mình
    person: người thiệt, người thật, cán bộ, nhân viên, có ai, ai đó
    lacking: chưa có, chưa, không có
    picture: hình, ảnh, mã, qr, ô vuông
  `
    .trim()
    .split('\n')
    .map((line) => {
      const [concept = '', words = ''] = line.trim().split(': ')
      return [concept, words.split(', ')]
    }),
)

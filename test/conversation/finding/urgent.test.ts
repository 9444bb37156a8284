import { describe, expect, it } from 'vitest'
import { urgentFor } from '../../../src/conversation/finding/urgent.ts'
import { emptyContext } from '../../../src/conversation/flow/answers.ts'
import { NEW_SESSION } from '../../../src/conversation/words/session.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()

describe('somebody in danger', () => {
  it.each([
    'cháy nhà rồi cứu với',
    'cuu voi',
    'có người đuối nước',
    'chồng đánh em',
    'tai nạn xe ở cầu Năm Căn',
    'đưa ba đi cấp cứu',
    'con tui bị bắt cóc',
    'nhà tôi cháy',
  ])('is told whom to call: %s', (text) => expect(urgentFor(text)).toMatch(/113[^]*114[^]*115/))
  it.each(['tui muốn chết', 'tôi muốn tự tử', 'toi khong muon song nua'])('is not left alone: %s', (text) =>
    expect(urgentFor(text)).toMatch(/lo cho ông\/bà[^]*115/),
  )
  it.each([
    'bà nội tui tự nhiên méo miệng nói không được',
    'ba toi tu nhien liet nua nguoi',
    'thằng nhỏ té xuống vuông tôm vớt lên rồi mà không thở',
    'ông ngoại bị té trong nhà tắm giờ nằm im re',
    'con bé 6 tuổi đi học tới giờ chưa thấy về, kiếm khắp nơi không có',
    'con toi di choi tu sang chua ve kiem hoai khong thay',
    'chủ trọ nhốt em trong phòng không cho ra',
    'nguoi ta lua em qua campuchia gio khong cho ve',
    'nó dọa tung hình khỏa thân của em lên mạng',
    'có người treo cổ sau nhà trọ',
    'xuồng bị sóng đánh chìm, còn ôm can nhựa',
    'nhà ba tui bị lửa bén rồi',
    'cứu cứu',
  ])('is told whom to call, whoever it is and however it is told: %s', (text) =>
    expect(urgentFor(text)).toMatch(/^Nếu đang nguy hiểm/),
  )
  it.each([
    'tui bị té xe hôm thứ tư, bác sĩ kêu ở lại thêm mấy bữa',
    'má nằm viện vì tai biến, tui xin ở lại nuôi',
    'ông nội liệt nửa người mấy năm nay, không đi được',
    'ba tui chết do đuối nước ở sông Ông Đốc',
    'nhà cháy tháng 8, cháy sổ hộ khẩu',
    'gấp cháy nhà tới nơi, cho đi liền 6h sáng mai',
    'đợi hoài muốn xỉu',
    'thẻ rớt xuống sông',
    'the rot xuong song mat tieu roi',
    'cứu em với, câu này ghi sao',
    'sửa chữa ghe tàu bị chìm',
    'dạy bơi, chống đuối nước',
    'chồng em đi biển chưa về, tôi ký thay được không',
    'không tìm thấy mẹ trong danh sách hồ sơ',
    'hàng xóm hát karaoke điếc tai muốn chết',
    'trộm vía bé ngoan',
  ])('is not seen where it is over, cared for, a way of speaking, a thing, or a trade: %s', (text) =>
    expect(urgentFor(text)).toBeUndefined(),
  )
  it('is told whom to call first, and then what the same words ask for by its name', () => {
    const said = createChat(flows).says('nhà sập rồi, cất lại có cần xin giấy phép xây dựng')
    expect(said).toMatch(/^Nếu đang nguy hiểm[^]*\[Giấy phép xây dựng nhà ở riêng lẻ\]/)
    expect(createChat(flows).says('tôi muốn chết quá, cho tôi làm giấy khai sinh')).not.toContain('[Đăng ký khai sinh]')
  })

  it.each(['bị lừa đảo chuyển tiền', 'có người giả danh công an gọi', 'cán bộ đòi tiền em'])('is warned: %s', (text) =>
    expect(urgentFor(text)).toMatch(/đừng chuyển tiền[^]*113/),
  )
  it.each([
    'co nguoi goi noi la cong an bat toi chuyen 50 trieu vo tai khoan tam giu',
    'anh công an phường gọi zalo kêu nộp 300k mới duyệt giấy',
    'có số lạ gọi nói bên thuế kêu cài app cập nhật',
    'tôi bấm vô link lạ giờ mất hết tiền trong tài khoản',
  ])('is warned of somebody who calls themselves an office and wants money or codes: %s', (text) =>
    expect(urgentFor(text)).toMatch(/đừng chuyển tiền[^]*113/),
  )
  it.each([
    'cán bộ xã gọi kêu tui bổ sung giấy tờ',
    'công an xã gọi tui lên lấy căn cước',
    'đóng tiền qua link được không',
  ])('is not warned of an office that does its work: %s', (text) => expect(urgentFor(text)).toBeUndefined())
  it('who threatens is answered calmly', () => expect(urgentFor('tao đốt ủy ban')).toContain('đang rất bực'))

  it.each([
    'chạy xe ôm',
    'chay xe di cho',
    'giấy phép phòng cháy',
    'đánh giá hồ sơ',
    'Nguyễn Văn Cứu',
    'khai tử',
    'danh sách giấy tờ',
    'tra cuu ho so',
    'chứng tử',
  ])('leaves ordinary words alone: %s', (text) => expect(urgentFor(text)).toBeUndefined())

  it('is answered at any question, which waits', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4))
    const said = chat.says('cháy nhà cứu với')
    expect(said).toMatch(/114[^]*\[Làm tiếp\]/)
    expect(said).not.toContain('Số căn cước')
    expect(chat.says('#tiep-tuc')).toContain('Số căn cước')
  })

  it('is told first, and what was reported in their own words is kept', () => {
    const chat = createChat(flows)
    const said = chat.says('#lam:hoi-can-bo', '#co', 'nhà bên cạnh cháy hôm qua, thủ tục hỗ trợ thế nào?')
    expect(chat.step()).toBe('hoi-can-bo/giay_to')
    expect(said).toMatch(/^Nếu đang nguy hiểm/)
  })

  it.each([
    'Tôi kể hết rồi, không ai giải quyết, tôi muốn tự tử.',
    'toi ke het roi, khong ai giai quyet. toi muon tu tu!',
    'Tôi kể hết rồi, tôi muon tự tử',
    `${'Đất nhà tôi bị lấn. '.repeat(60)}Tôi không thiết sống nữa.`,
    'Con tôi đòi uống thuốc sâu',
    'Thống kê số vụ tự tử tăng. Tôi cũng muốn chết',
    'Tôi chán sống lắm rồi',
    'Tôi sống không nổi nữa',
    'Mấy ông không giải quyết tôi sẽ tự thiêu',
    'toi se tu thieu truoc uy ban',
    'Tôi định thắt cổ cho rồi',
    'Vợ tôi đòi nhảy sông',
    'Con tôi muốn uống thuốc trừ sâu',
    'Tôi muốn kết thúc cuộc đời',
    'Mình không thiết tha sống nữa',
    'tui mún chết',
    'tôi muốn tự-tử',
    'Mất hết tôm tôi muốn chết',
    'Tôi muốn chết vì mệt mỏi quá',
  ])('is not left alone in the middle of a petition, whose words are kept: %s', (text) => {
    const position = {
      flow: 'phan-anh',
      version: flows.current('phan-anh')?.version ?? 0,
      step: 'noi_dung',
      context: emptyContext(),
    }
    const chat = createChat(flows, { ...NEW_SESSION, position })
    expect(chat.says(text)).toMatch(/^Tôi rất lo cho ông\/bà[^]*ở đâu/)
    expect(chat.session.position?.context.answers['content']?.value).toBe(text)
  })

  it.each([
    'chong toi danh toi',
    'bé nhà bên bị đánh',
    'nhà hàng xóm đang cháy',
    'có người uống thuốc sâu',
    'đang có cháy ở ấp 4',
    'con tôi bị rắn cắn',
    'bé rơi xuống kênh',
    'chìm ghe ở vàm',
    'chém nhau ngoài chợ',
    'mẹ tôi ngất xỉu',
  ])('is told whom to call, and the petition is kept: %s', (text) => {
    const position = {
      flow: 'phan-anh',
      version: flows.current('phan-anh')?.version ?? 0,
      step: 'noi_dung',
      context: emptyContext(),
    }
    const chat = createChat(flows, { ...NEW_SESSION, position })
    expect(chat.says(text)).toMatch(/^Nếu đang nguy hiểm[^]*ở đâu/)
    expect(chat.session.position?.context.answers['content']?.value).toBe(text)
  })

  it.each([
    'Tỉ lệ tự tử của học sinh tăng, đề nghị tuyên truyền phòng chống',
    'Số người muốn tự tử tăng theo báo cáo',
    'Chờ mệt muốn chết mà chưa có giấy',
    'toi tu tu lam sau',
    'Cán bộ đòi tiền, tôi bị lừa đảo',
    'Nhà trọ chưa có phòng cháy chữa cháy',
    'Lúa sắp chết vì mặn',
    'Cá muốn chết hết rồi',
    'Cây xanh sắp chết đổ vào nhà',
    'Ba tôi tự tử năm ngoái, tôi cần giấy chứng tử',
  ])('is not read into figures and ways of speaking: %s', (text) => {
    expect(urgentFor(text, true)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { urgentFor } from '../../src/conversation/urgent.ts'
import { createChat, PASS_ANSWERS } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

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
  it.each(['bị lừa đảo chuyển tiền', 'có người giả danh công an gọi', 'cán bộ đòi tiền em'])('is warned: %s', (text) =>
    expect(urgentFor(text)).toMatch(/đừng chuyển tiền[^]*113/),
  )
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

  it('is not read into what somebody reports in their own words', () => {
    const chat = createChat(flows)
    chat.says('#lam:hoi-can-bo', '#co', 'nhà bên cạnh cháy hôm qua, thủ tục hỗ trợ thế nào?')
    expect(chat.step()).toBe('hoi-can-bo/giay_to')
  })
})

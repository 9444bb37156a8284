import { describe, expect, it } from 'vitest'
import { createChat } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()
const atMenu = (text: string): string => {
  const chat = createChat(flows)
  chat.now = Date.parse('2026-11-22T09:30:00+07:00')
  chat.says('menu')
  return chat.says(text)
}

describe('what is said at the menu', () => {
  it.each([
    ['mẹ tôi mất tối qua', 'chia buồn', '[Đăng ký khai tử]'],
    ['ba em tắt thở rồi', 'chia buồn', '[Đăng ký khai tử]'],
    ['chong em mat roi', 'chia buồn', '[Đăng ký khai tử]'],
    ['không cần khai sinh nữa, cần độc thân', '', '[Xác nhận tình trạng hôn nhân]'],
    ['khai sinh à nhầm khai tử', '', '[Đăng ký khai tử]'],
    ['làm khai sinh, à mà thôi khai tử', '', '[Đăng ký khai tử]'],
    ['xin giấy xác nhận độc thân để cưới vợ', '', '[Xác nhận tình trạng hôn nhân]'],
    ['giấy khai sinh mất rồi làm lại', '', '[Cấp bản sao trích lục hộ tịch]'],
    ['mất giấy kết hôn', '', '[Cấp bản sao trích lục hộ tịch]'],
    ['xntthn', '', '[Xác nhận tình trạng hôn nhân]'],
    ['dkkd', '', '[Đăng ký thành lập hộ kinh doanh]'],
    ['hktt', '', '[Đăng ký thường trú]'],
    ['cán bộ hách dịch quá', '', '[Phản ánh, kiến nghị]'],
    ['em 16 tuổi muốn kết hôn', 'nữ từ đủ 18 tuổi', ''],
    ['chồng em người Đài Loan cần giấy gì để kết hôn', 'yếu tố nước ngoài', '[Đăng ký kết hôn]'],
    ['24/11 nghỉ không', 'nghỉ thứ Bảy, Chủ nhật', ''],
    ['tôi muốn nói chuyện với người thật', 'hỏi cán bộ', ''],
    ['dạ chào anh chị', 'Kính chào', ''],
  ])('%s', (text, sentence, offer) => {
    const said = atMenu(text)
    expect(said).toContain(sentence)
    expect(said).toContain(offer)
    if (/à nhầm|mà thôi|không cần|để cưới/.test(text))
      expect(said.match(/\[Đăng ký khai sinh\]|\[Đăng ký kết hôn\]/)).toBeNull()
  })
})

import { tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

const EXAMPLE = 'Ví dụ: nguyenvanan@gmail.com.'
const SLIPS: Record<string, string> = {
  'gmai.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmial.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'yaho.com': 'yahoo.com',
}

export const email: Check = {
  name: 'email',
  title: 'Thư điện tử',
  personal: true,
  free: false,
  takes: 'email',
  hint: `Ghi địa chỉ thư điện tử. ${EXAMPLE}`,
  check(text) {
    const typed = tidy(text)
      .toLowerCase()
      .replace(/\s*@\s*/, '@')
    const parts =
      /^([a-z\d](?:[a-z\d._%+-]{0,62}[a-z\d_+-])?)@((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24})$/.exec(typed)
    if (!parts || typed.length > 200 || typed.includes('..'))
      return refused(`Địa chỉ thư này chưa đúng. Cần có dấu @ và tên miền. ${EXAMPLE}`)
    const meant = SLIPS[parts[2] ?? '']
    if (meant === undefined) return accepted(typed)
    const value = `${parts[1]}@${meant}`
    return {
      ok: 'unsure',
      value,
      shown: value,
      because: 'Địa chỉ này hình như gõ nhầm.',
      otherwise: { value: typed, shown: typed },
    }
  },
  good: ['nguyenvanan@gmail.com', 'An.Nguyen@camau.gov.vn', 'a@b.vn'],
  bad: ['an@gmai.com', 'an@', 'gmail.com', 'a b@c.vn', 'không có', ''],
}

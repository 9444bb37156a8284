import type { Act } from './message.ts'

/**
 * A filing as somebody writes it who answers in whole sentences: `opens` up to the first question, then by the name of the
 * question in `situations.yaml`; the sentence first, then what is left to say of it. What is not here is answered as usual.
 */
export interface Filing {
  title: string
  opens: readonly Act[]
  says: Readonly<Record<string, Act | readonly Act[]>>
}

const person = 'Tôi tên Lê Thị Út, số căn cước 096190012345, điện thoại 0912 345 678'
const agreeing = { consent: 'tôi đồng ý', papers: 'bỏ qua', review: 'đúng hết rồi, gửi đi' } as const

export const filings: readonly Filing[] = [
  {
    title: 'travel pass, one thing at a time',
    opens: ['xin chào', 'tôi cần xin giấy đi đường', { tap: 'lam:cap-giay-di-duong' }],
    says: { review: 'nộp hồ sơ' },
  },
  {
    title: 'travel pass, in sentences',
    opens: ['xin chào', 'tôi cần xin giấy đi đường', { tap: 'lam:cap-giay-di-duong' }],
    says: {
      ...agreeing,
      card: person,
      name: [person, 'Lê Thị Út'],
      purpose: 'đi khám bệnh',
      from: ['Từ xã Đất Mũi đến Cần Thơ, xe máy 69-B1 234.56, đi 7h sáng mai, về 17h ngày mai', 'xã Đất Mũi'],
      to: 'Cần Thơ',
      plate: '69-B1 234.56',
      start: '7h sáng mai',
      return: '17h ngày mai',
      review: 'nộp hồ sơ',
    },
  },
  {
    title: 'birth registration, one thing at a time',
    opens: ['xin chào', 'tôi muốn đăng ký khai sinh cho con', { tap: 'lam:dang-ky-khai-sinh' }],
    says: { review: 'gửi hồ sơ' },
  },
  {
    title: 'birth registration, in sentences',
    opens: ['xin chào', 'tôi muốn đăng ký khai sinh cho con', { tap: 'lam:dang-ky-khai-sinh' }],
    says: {
      ...agreeing,
      card: `${person}, ở ấp 4, xã Tân Lộc`,
      name: [`${person}, ở ấp 4, xã Tân Lộc`, 'Lê Thị Út'],
      childName: ['Bé tên Nguyễn Minh Khôi, con trai, sinh ngày 10/11/2026', 'Nguyễn Minh Khôi'],
      birthPlace: [
        'Sinh ở Bệnh viện Sản - Nhi Cà Mau, dân tộc Kinh, quê xã Tân Lộc, tỉnh Cà Mau',
        'Bệnh viện Sản - Nhi Cà Mau',
      ],
      fatherName: ['Nguyễn Văn Tám, số căn cước 096088012345, sinh ngày 10/9/1988', 'Nguyễn Văn Tám'],
      commune: ['xã Tân Lộc, cho tôi 2 bản sao', 'xã Tân Lộc'],
      review: 'gửi hồ sơ',
    },
  },
]

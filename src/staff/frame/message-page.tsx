import { Layout, type SignedInAs } from './layout.tsx'

interface MessageProps {
  title: string
  text: string
  signedIn?: SignedInAs
  /** Where to go from here; the list of dossiers when absent. */
  back?: { href: string; label: string }
}

export const MESSAGES = {
  unknown: { title: 'Không tìm thấy', text: 'Không có hồ sơ hoặc thao tác này. Có thể đường dẫn đã bị gõ thiếu.' },
  oldForm: {
    title: 'Biểu mẫu đã cũ',
    text: 'Phiên làm việc đã đổi từ lúc mở trang này, nên chưa có gì được thực hiện. Xin mở lại hồ sơ và làm lại.',
  },
  unreadable: { title: 'Yêu cầu không hợp lệ', text: 'Hệ thống không đọc được nội dung vừa gửi. Xin thử lại.' },
  failed: {
    title: 'Hệ thống đang gặp sự cố',
    text: 'Xin thử lại sau ít phút. Trước khi làm lại, ông/bà mở hồ sơ xem thao tác vừa rồi đã được ghi nhận chưa.',
  },
} as const

const DOSSIERS = { href: '/staff', label: 'Về danh sách hồ sơ' }

/** A page that says one thing and leads back to a list. */
export const MessagePage = ({ title, text, signedIn, back = DOSSIERS }: MessageProps) => (
  <Layout title={title} {...(signedIn && { signedIn })}>
    <section class="card narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="button" href={back.href}>
          {back.label}
        </a>
      </p>
    </section>
  </Layout>
)

import { renderInstant } from '../../../kernel/clock.ts'
import type { SetAsideRow } from '../../../turns/set-aside.ts'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'
import { LastLook } from './last-look.tsx'

const AT = '/staff/set-aside'
const TITLE = 'Tin chưa xử lý được'

/** What each kind of event is to staff. */
const WHAT: Readonly<Record<string, string>> = {
  user_send_text: 'Tin nhắn',
  user_send_image: 'Ảnh',
  user_send_gif: 'Ảnh động',
  user_send_file: 'Tệp',
  user_send_link: 'Đường dẫn',
  user_send_audio: 'Tin thoại',
  user_send_video: 'Video',
  user_send_sticker: 'Nhãn dán',
  user_send_location: 'Vị trí',
  user_send_business_card: 'Danh thiếp',
  user_submit_info: 'Thông tin liên hệ',
  user_click_chatnow: 'Bấm nút nhắn tin',
  follow: 'Quan tâm kênh',
  unfollow: 'Bỏ quan tâm kênh',
  FILE_STORED: 'Tệp đã tải về',
  FILE_REFUSED: 'Tệp không nhận được',
  SUPPLEMENT_ASKED: 'Yêu cầu bổ sung',
  SUPPLEMENT_CLOSED: 'Hết hạn bổ sung',
  TIME_CAME: 'Nhắc hẹn',
  CARD_READ: 'Căn cước đã đọc',
  CARD_UNREADABLE: 'Căn cước không đọc được',
}
const nameOf = (what: string): string => WHAT[what] ?? 'Sự kiện khác'

interface PageProps {
  staff: PermitStaff
  total: number
  rows: readonly SetAsideRow[]
  /** How many citizens' messages have just been put back. */
  again?: number
}

/** What the program gave up on, without a word of what it says. */
export const SetAsidePage = ({ staff, total, rows, again }: PageProps) => (
  <PermitFrame {...{ staff, at: AT, title: TITLE }}>
    {again !== undefined && (
      <Notice bad={again === 0}>
        <p>
          {again > 0
            ? `Đã đưa lại vào hàng chờ cho ${again} người dân. Tin nào lại không xử lý được sẽ trở về trang này sau ít phút.`
            : 'Không còn tin nào để xử lý lại.'}
        </p>
      </Notice>
    )}
    <p>
      Hệ thống đã thử nhiều lần mà chưa xử lý được những tin sau, và đã xin lỗi người dân. Khi lỗi đã được khắc phục,
      ông/bà cho xử lý lại ở đây.
    </p>
    {rows.length === 0 ? (
      <p>
        <b>Không có tin nào.</b> Mọi tin của người dân đều đã được xử lý.
      </p>
    ) : (
      <>
        <p>
          <b>{total} tin</b>
          {total > rows.length && `, trang này cho thấy ${rows.length} tin cũ nhất`}.
          {rows.some(({ isBlank }) => !isBlank) && (
            <span class="pair no-print">
              <a class="button plain" href={`${AT}/all/again`}>
                Thử lại tất cả
              </a>
            </span>
          )}
        </p>
        <table>
          <caption class="unseen">Các tin chưa xử lý được, cũ nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Loại</th>
              <th scope="col">Nhận lúc</th>
              <th scope="col">Để riêng lúc</th>
              <th scope="col">Mã lỗi</th>
              <th scope="col">Xử lý</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.seq}>
                <td>{nameOf(row.what)}</td>
                <td data-label="Nhận lúc">{renderInstant(row.receivedAt)}</td>
                <td data-label="Để riêng lúc">
                  {row.setAsideAt === undefined ? 'Không rõ' : renderInstant(row.setAsideAt)}
                </td>
                <td data-label="Mã lỗi">{row.reason ?? 'Không rõ'}</td>
                <td data-label="Xử lý">
                  {row.isBlank ? (
                    'Nội dung không còn được giữ'
                  ) : (
                    <a class="button plain no-print" href={`${AT}/${row.seq}/again`}>
                      Thử lại
                      <span class="unseen">
                        : {nameOf(row.what)}, {renderInstant(row.receivedAt)}
                      </span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )}
  </PermitFrame>
)

interface AgainProps {
  staff: PermitStaff
  which: number | 'all'
  chosen: readonly SetAsideRow[]
  total: number
}

/** The last look before the program tries again. */
export const TryAgainPage = ({ staff, which, chosen }: AgainProps) => (
  <PermitFrame {...{ staff, at: AT, title: 'Xử lý lại?' }}>
    <section class="card" aria-labelledby="again">
      <h2 id="again">{which === 'all' ? `${chosen.length} tin` : chosen.map(({ what }) => nameOf(what))}</h2>
      <ul class="plain-list">
        <li>
          Tin được đọc lại như vừa mới đến, theo thứ tự người dân đã gửi, và người dân nhận được trả lời qua Zalo.
        </li>
        <li>Cuộc trò chuyện có thể đã sang việc khác: trả lời có thể không còn đúng chỗ đang hỏi.</li>
      </ul>
      <LastLook {...{ staff, action: `${AT}/${which}/again`, back: AT }}>Thử lại</LastLook>
    </section>
  </PermitFrame>
)

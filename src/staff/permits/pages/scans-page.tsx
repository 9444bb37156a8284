import { renderDay, renderInstant, type VietnamDay } from '../../../kernel/clock.ts'
import type { ScanCount } from '../../../permits/posts/scans.ts'
import { PermitFrame, type PermitStaff } from './frame.tsx'

interface ScansProps {
  staff: PermitStaff
  day: VietnamDay
  today: VietnamDay
  counts: readonly ScanCount[]
}

export const ScansPage = ({ staff, day, today, counts }: ScansProps) => {
  const posts = [...new Map(counts.map(({ post, postName }) => [post, postName]))]
  return (
    <PermitFrame {...{ staff, at: '/staff/scans', title: `Lượt quét ngày ${renderDay(day)}` }}>
      <form class="pair no-print" method="get" action="/staff/scans">
        <div>
          <label for="day">Ngày</label>
          <input id="day" type="date" name="day" value={day} max={today} required />
        </div>
        <button type="submit" class="plain">
          Xem ngày này
        </button>
      </form>
      {posts.length === 0 ? (
        <p class="card empty">Ngày này chưa có lượt quét nào. Máy ở chốt mất mạng gửi lượt quét về khi có mạng lại.</p>
      ) : (
        <>
          <p>
            Cả ngày, mọi chốt: <b>{total(counts)}</b> lượt ({renderColours(counts)}).
          </p>
          {posts.map(([post, name]) => (
            <PostTable key={post} name={name} counts={counts.filter((count) => count.post === post)} />
          ))}
        </>
      )}
      <p class="soft">Bảng này chỉ đếm theo chốt và giờ, không cho biết giấy nào, người nào hay xe nào.</p>
    </PermitFrame>
  )
}

const COLOURS = [
  { colour: 'green', label: 'Xanh, cho qua', style: 'fine' },
  { colour: 'amber', label: 'Vàng, xem kỹ', style: 'doubt' },
  { colour: 'red', label: 'Đỏ, không cho qua', style: 'turned-back' },
] as const

const VERDICTS: Record<ScanCount['verdict'], string> = {
  valid: 'hợp lệ',
  early: 'chưa hiệu lực',
  expired: 'hết hạn',
  revoked: 'đã thu hồi',
  forged: 'giả mạo',
  unknown: 'không rõ',
}

const total = (counts: readonly ScanCount[]): number => counts.reduce((sum, { count }) => sum + count, 0)

const renderColours = (counts: readonly ScanCount[]): string =>
  COLOURS.map(({ colour, label }) => {
    const [word] = label.split(',')
    return `${word!.toLowerCase()} ${total(counts.filter((count) => count.colour === colour))}`
  }).join(', ')

/** `hợp lệ 12, hết hạn 1`. */
const renderVerdicts = (counts: readonly ScanCount[]): string =>
  (Object.keys(VERDICTS) as ScanCount['verdict'][])
    .map((verdict) => ({ verdict, count: total(counts.filter((one) => one.verdict === verdict)) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${VERDICTS[verdict]} ${count}`)
    .join(', ')

const PostTable = ({ name, counts }: { name: string; counts: readonly ScanCount[] }) => {
  const hours = [...new Set(counts.map(({ hour }) => hour))].sort((a, b) => a - b)
  return (
    <table>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">Giờ</th>
          {COLOURS.map(({ colour, label }) => (
            <th key={colour} scope="col" class="number">
              {label}
            </th>
          ))}
          <th scope="col" class="number">
            Tổng
          </th>
          <th scope="col">Kết quả</th>
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <Line key={hour} head={renderHour(hour)} counts={counts.filter((count) => count.hour === hour)} />
        ))}
      </tbody>
      <tfoot>
        <Line head="Cả ngày" counts={counts} />
      </tfoot>
    </table>
  )
}

const renderHour = (hour: number): string => {
  const start = Number(renderInstant(hour).slice(0, 2))
  return `${start} giờ đến ${start + 1} giờ`
}

const Line = ({ head, counts }: { head: string; counts: readonly ScanCount[] }) => (
  <tr>
    <th scope="row">{head}</th>
    {COLOURS.map(({ colour, label, style }) => {
      const count = total(counts.filter((one) => one.colour === colour))
      return (
        <td key={colour} class={count > 0 ? `number ${style}` : 'number'} data-label={label}>
          {count}
        </td>
      )
    })}
    <td class="number" data-label="Tổng">
      {total(counts)}
    </td>
    <td data-label="Kết quả">{renderVerdicts(counts)}</td>
  </tr>
)

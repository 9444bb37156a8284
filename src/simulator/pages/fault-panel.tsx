import type { Citizen } from '../citizens.ts'
import type { Counters } from '../counters.ts'
import type { Faults } from '../faults.ts'

export interface Status {
  faults: Readonly<Faults>
  subscribed: boolean
  counters: Counters
}

const NUMBERS: readonly { name: keyof Faults; label: string; max: number; min?: number }[] = [
  { name: 'slowMs', label: 'Trả lời chậm (ms)', max: 600_000 },
  { name: 'failSends', label: 'Số lần gửi bị từ chối', max: 1_000 },
  { name: 'failCode', label: 'Mã lỗi khi từ chối', min: -9_999, max: -1 },
  { name: 'dropBefore', label: 'Mất kết nối trước khi nhận', max: 1_000 },
  { name: 'dropAfter', label: 'Mất kết nối sau khi nhận', max: 1_000 },
  { name: 'copies', label: 'Số bản lặp mỗi sự kiện', max: 20 },
]

const SWITCHES: readonly { name: keyof Faults; label: string }[] = [
  { name: 'outOfOrder', label: 'Sự kiện đến sai thứ tự' },
  { name: 'receiptFirst', label: 'Báo nhận đến trước bản sao' },
  { name: 'paused', label: 'Tạm giữ mọi sự kiện' },
]

const COUNTS: readonly { name: keyof Counters; label: string }[] = [
  { name: 'events', label: 'Sự kiện' },
  { name: 'accepted', label: 'Đã nhận' },
  { name: 'retries', label: 'Gửi lại' },
  { name: 'lost', label: 'Đã mất' },
  { name: 'sends', label: 'Tin của OA' },
  { name: 'refusals', label: 'Bị từ chối' },
]

/** Who is holding the phone, what is made to go wrong, and what has happened so far. */
export const FaultPanel = ({
  citizen,
  citizens,
  status,
}: {
  citizen: Citizen
  citizens: readonly Citizen[]
  status: Status
}) => (
  <details class="panel">
    <summary>Bảng điều khiển</summary>
    <div class="inside">
      <section aria-labelledby="who">
        <h2 id="who">Người đang cầm máy</h2>
        <form method="get" action="/simulator" id="people">
          <label for="citizen">Công dân</label>
          <select id="citizen" name="citizen">
            {citizens.map(({ id, name }) => (
              <option value={id} selected={id === citizen.id}>
                {name}
              </option>
            ))}
            <option value="new">Thêm người mới…</option>
          </select>
          <button type="submit" class="quiet">
            Chuyển
          </button>
        </form>
        <p class="actions">
          <button type="button" class="quiet" data-deed="block" aria-pressed={citizen.blocks ? 'true' : 'false'}>
            Chặn tin nhắn của OA
          </button>
          <button type="button" class="quiet" data-deed="forge">
            Gửi sự kiện giả chữ ký
          </button>
        </p>
      </section>
      <section aria-labelledby="faults-title">
        <h2 id="faults-title">Sự cố</h2>
        <form id="faults">
          {NUMBERS.map(({ name, label, min = 0, max }) => (
            <label class="number">
              <span>{label}</span>
              <input type="number" name={name} min={min} max={max} value={String(status.faults[name])} />
            </label>
          ))}
          {SWITCHES.map(({ name, label }) => (
            <label class="switch">
              <input type="checkbox" name={name} checked={status.faults[name] === true} />
              <span>{label}</span>
            </label>
          ))}
          <button type="reset" class="quiet" data-deed="heal">
            Tắt mọi sự cố
          </button>
        </form>
      </section>
      <section aria-labelledby="counts-title">
        <h2 id="counts-title">Đã xảy ra</h2>
        <dl class="counts">
          {COUNTS.map(({ name, label }) => (
            <div>
              <dt>{label}</dt>
              <dd data-count={name}>{status.counters[name]}</dd>
            </div>
          ))}
        </dl>
        <p class="unsubscribed" hidden={status.subscribed}>
          Zalo đã ngừng gửi sự kiện vì webhook không trả lời.{' '}
          <button type="button" class="quiet" data-deed="subscribe">
            Bật lại webhook
          </button>
        </p>
      </section>
    </div>
  </details>
)

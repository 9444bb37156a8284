import { MANY, type ManyAct } from '../many-acts.ts'

export interface ManyBarProps {
  csrf: string
  acts: readonly ManyAct[]
  /** The list's query, for the way back. */
  back: string
  /** Every row is ticked as the page opens; `other` is the address where it is the other way round. */
  all: { isTicked: boolean; other: string }
}

/** The form that the boxes of the rows belong to. It stands below the table, as a row may have a form of its own. */
export const ManyBar = ({ csrf, acts, back, all }: ManyBarProps) => (
  <form id="many" class="bar pair no-print" method="post" action="/staff/many" aria-label="Làm với các hồ sơ đã chọn">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="back" value={back} />
    <a class="button plain" href={all.other}>
      {all.isTicked ? 'Bỏ chọn' : 'Chọn cả trang'}
    </a>
    <label for="many-act">Với hồ sơ đã chọn</label>
    <select id="many-act" name="act">
      {acts.map((act) => (
        <option key={act} value={act}>
          {MANY[act].label}
        </option>
      ))}
    </select>
    <button type="submit">Xem trước</button>
  </form>
)

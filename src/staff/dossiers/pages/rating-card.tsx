import { renderInstant } from '../../../kernel/clock.ts'
import type { Rating } from '../../../turns/ports.ts'

/** What the citizen thought of the service, in their own words. */
export const RatingCard = ({ score, comment, at }: Rating) => (
  <section class="card" aria-labelledby="rating">
    <h2 id="rating">Đánh giá của người dân</h2>
    <p>
      <b>{score}/5</b> <span class="soft">lúc {renderInstant(at)}</span>
    </p>
    {comment && <p>“{comment}”</p>}
    <p class="soft">Chỉ quản trị viên không xử lý hồ sơ này thấy mục này.</p>
  </section>
)

import { renderDay } from '../../../kernel/clock.ts'
import type { UnheardAt, UnheardWordsAt } from '../../../procedures/group-unheard.ts'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { pathOf } from './frame.tsx'

export const UNHEARD_PATH = '/staff/procedures-unheard'

interface UnheardShown extends UnheardAt {
  procedure: string
  /** What was asked there; absent when the question is gone. */
  question?: string | undefined
  /** Words can be added to what it may be answered with. */
  isTaught: boolean
}

interface UnheardProps {
  signedIn: SignedInAs
  groups: readonly UnheardShown[]
  isDismissed: boolean
}

/** What nobody understood, question by question, with what a clerk can do about it. */
export const UnheardPage = ({ signedIn, groups, isDismissed }: UnheardProps) => (
  <Layout title="Câu chưa hiểu" signedIn={signedIn} at="procedures" stylesheet="/staff/procedures.css">
    <p class="no-print">
      <a href="/staff/procedures">← Thủ tục</a>
    </p>
    <h1>Câu chưa hiểu</h1>
    <p class="soft">
      Lời người dân gõ mà máy chưa hiểu, người gõ đã cho phép xem. Tên, số và địa chỉ đã che; không ai biết của ai. Sau
      90 ngày tự xóa.
    </p>
    {isDismissed && (
      <Notice>
        <p>Đã bỏ câu đó khỏi danh sách.</p>
      </Notice>
    )}
    {groups.length === 0 ? (
      <section class="card empty">
        <p>Hiện không có câu nào.</p>
      </section>
    ) : (
      groups.map((group, i) => <Group key={`${group.flow}/${group.step}`} {...{ group, i, csrf: signedIn.csrf }} />)
    )}
  </Layout>
)

const Group = ({ group, i, csrf }: { group: UnheardShown; i: number; csrf: string }) => (
  <section class="card" aria-labelledby={`group-${i}`}>
    <h2 id={`group-${i}`}>
      {group.procedure}: {group.count} câu
    </h2>
    <p class="soft">
      Bước{' '}
      <a href={pathOf(group.flow)} class="mono">
        {group.step}
      </a>
      {group.question !== undefined && `: ${group.question}`}
    </p>
    {!group.isTaught && (
      <p class="soft">
        Câu hỏi này không có lựa chọn để dạy thêm lời. Xem để sửa câu hỏi hoặc ví dụ cho dễ trả lời hơn.
      </p>
    )}
    <ul class="plain-list">
      {group.said.map((one) => (
        <Words key={one.id} {...{ one, csrf, isTaught: group.isTaught }} />
      ))}
    </ul>
  </section>
)

const Words = ({ one, isTaught, csrf }: { one: UnheardWordsAt; isTaught: boolean; csrf: string }) => (
  <li>
    <p id={`words-${one.id}`}>
      “{one.words}”{' '}
      <span class="soft">
        {one.ids.length > 1 && `${one.ids.length} lần, mới nhất `}
        {renderDay(one.day)}
      </span>
    </p>
    <form method="post" action={`${UNHEARD_PATH}/${one.id}/dismiss`} class="pair">
      <input type="hidden" name="csrf" value={csrf} />
      {isTaught && (
        <a class="button" href={`${UNHEARD_PATH}/${one.id}`} aria-describedby={`words-${one.id}`}>
          Dạy…
        </a>
      )}
      <button type="submit" class="plain" aria-describedby={`words-${one.id}`}>
        Bỏ
      </button>
    </form>
  </li>
)

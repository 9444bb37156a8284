import type { Weighed } from '../../../procedures/elsewhere/weigh.ts'
import type { ElsewhereVersion } from '../../../procedures/ports.ts'
import { Field } from '../../frame/field.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { ElsewhereFrame, entryPath } from './elsewhere-frame.tsx'
import { WeighedList } from './elsewhere-weighed.tsx'
import { NotDone } from './not-done.tsx'

export interface EndEntryProps {
  signedIn: SignedInAs
  newest: ElsewhereVersion
  weighed: Weighed
  why?: string
  wrong?: string | undefined
  trouble?: string | undefined
}

/** What citizens will not be told any more, and what their sentences lead to then. */
export const EndEntryPage = ({ signedIn, newest, weighed, why = '', wrong, trouble }: EndEntryProps) => (
  <ElsewhereFrame
    signedIn={signedIn}
    title={`Ngừng chỉ: ${newest.entry.name}`}
    failed={wrong !== undefined || trouble !== undefined}
  >
    <NotDone trouble={trouble} />
    <section class="card" aria-labelledby="change">
      <h2 id="change">Điều sẽ đổi</h2>
      <p>Người hỏi việc này không còn được chỉ đến: {newest.entry.where}</p>
      <WeighedList weighed={weighed} />
    </section>
    <form class="card" method="post" action={`${entryPath(newest.id)}/end`}>
      <input type="hidden" name="csrf" value={signedIn.csrf} />
      <input type="hidden" name="revision" value={newest.revision} />
      <Field id="why" label="Vì sao ngừng" hint="Chỉ đồng nghiệp đọc. Ví dụ: Nay nộp được tại đây." wrong={wrong}>
        {(described) => <input {...{ ...described, name: 'why', maxLength: 200, value: why }} required />}
      </Field>
      <div class="pair">
        <button type="submit" class="danger">
          Ngừng chỉ việc này
        </button>
        <a class="button plain" href={entryPath(newest.id)}>
          Chưa, quay lại
        </a>
      </div>
    </form>
  </ElsewhereFrame>
)

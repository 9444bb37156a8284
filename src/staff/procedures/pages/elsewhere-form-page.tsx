import type { SourcedElsewhere } from '../../../procedures/elsewhere/entry.ts'
import type { ElsewhereVersion } from '../../../procedures/ports.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { type EntryFields, type EntryTroubles, FIELDS, LABELS } from '../elsewhere-form.ts'
import { ElsewhereHistory } from './elsewhere-history.tsx'
import { EntryInputs } from './elsewhere-inputs.tsx'
import { ELSEWHERE_PATH, ElsewhereFrame, entryPath } from './elsewhere-frame.tsx'

export interface EntryFormProps {
  signedIn: SignedInAs
  fields: EntryFields
  /** Procedures that may be what is needed instead. */
  procedures: readonly { flow: string; name: string }[]
  /** Newest first; none for a new entry. */
  rows: readonly ElsewhereVersion[]
  wrong?: EntryTroubles
  /** Why it was not done although every field is right. */
  trouble?: string | undefined
  /** The file that came with the program has it otherwise. */
  otherInFile?: SourcedElsewhere | undefined
  /** The fields show what the file has. */
  isFromFile?: boolean
}

/** One entry in its fields. */
export const EntryFormPage = (props: EntryFormProps) => {
  const { signedIn, fields, procedures, rows, wrong = {}, trouble, otherInFile, isFromFile } = props
  const [newest] = rows
  const failed = trouble !== undefined || Object.keys(wrong).length > 0
  return (
    <ElsewhereFrame {...{ signedIn, failed }} title={newest ? newest.entry.name : 'Thêm việc làm ở nơi khác'}>
      {failed && <Failed {...{ wrong, trouble }} />}
      {newest?.state === 'ended' && (
        <p>
          <span class="status stopped">Đã ngừng chỉ</span> Xuất bản lại thì người dân lại được chỉ.
        </p>
      )}
      {newest && otherInFile && !isFromFile && (
        <p class="notice">
          Bản cài sẵn mới hơn ghi việc này khác với bản đang dùng; phần cán bộ viết được giữ nguyên.{' '}
          <a href={`${entryPath(newest.id)}?from=file`}>Xem bản cài sẵn trong biểu mẫu</a>
        </p>
      )}
      {isFromFile && (
        <p class="notice">Các ô dưới đây đang ghi theo bản cài sẵn. Người dân chỉ thấy sau khi ông/bà xuất bản.</p>
      )}
      <form class="card" method="post" action={`${ELSEWHERE_PATH}/check`}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <input type="hidden" name="id" value={fields.id} />
        <input type="hidden" name="revision" value={fields.revision} />
        <input type="hidden" name="taught" value={fields.taught} />
        <EntryInputs {...{ fields, procedures, wrong }} />
        <p class="soft">
          Máy thử lại mọi câu và mọi cuộc trò chuyện mẫu, mất vài giây, rồi cho xem điều sẽ đổi. Chưa có gì được xuất
          bản.
        </p>
        <div class="pair">
          <button type="submit">Kiểm tra và xem trước</button>
          <a class="button plain" href={ELSEWHERE_PATH}>
            Thôi, quay lại
          </a>
        </div>
      </form>
      {newest?.state === 'told' && (
        <p class="no-print">
          <a href={`${entryPath(newest.id)}/end`}>Ngừng chỉ việc này…</a>
        </p>
      )}
      {rows.length > 0 && <ElsewhereHistory rows={rows} />}
    </ElsewhereFrame>
  )
}

const Failed = ({ wrong, trouble }: { wrong: EntryTroubles; trouble: string | undefined }) => (
  <Notice bad>
    <p>
      <strong>Chưa xuất bản.</strong> {trouble ?? 'Xin sửa:'}
    </p>
    <ul class="plain-list">
      {FIELDS.filter((field) => wrong[field]).map((field) => (
        <li key={field}>
          <a href={`#${field}`}>
            {LABELS[field]}: {wrong[field]}
          </a>
        </li>
      ))}
    </ul>
  </Notice>
)

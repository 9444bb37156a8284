import type { Dossier } from '../../../dossiers/dossier.ts'
import type { FilledReply } from '../canned-for.ts'
import { Field } from '../../frame/field.tsx'
import { MOST_FILES } from '../reply-files.ts'
import type { Trouble } from './trouble.ts'

interface ReplyFormProps {
  dossier: Dossier
  csrf: string
  canned: readonly FilledReply[]
  typed: Trouble | undefined
  /** An answer may end it. */
  closes?: boolean
}

/** Words, and files with them, into the citizen's chat. */
export const ReplyForm = ({ dossier, csrf, canned, typed, closes }: ReplyFormProps) => {
  const wrongFiles = typed?.at === 'files' ? typed.because : undefined
  return (
    <form method="post" action={`/staff/dossiers/${dossier.id}/reply`} encType="multipart/form-data" class="reply">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="revision" value={dossier.revision} />
      {canned.length > 0 && <CannedChoice canned={canned} />}
      <Field
        id="words-reply"
        label="Trả lời người dân"
        hint="Người dân đọc nguyên văn trong Zalo, dưới tên cơ quan và tên ông/bà."
        wrong={wrongFiles === undefined ? typed?.because : undefined}
      >
        {(described) => (
          <textarea
            {...{ ...described, name: 'words', rows: 6, value: wordsIn(typed, canned) }}
            required
            data-key="r"
            autofocus={typed !== undefined && wrongFiles === undefined}
          />
        )}
      </Field>
      <Field
        id="files-reply"
        label="Gửi kèm ảnh hoặc tệp PDF"
        hint={`Không bắt buộc. Nhiều nhất ${MOST_FILES}; ảnh JPG, PNG đến 1 MB, PDF đến 5 MB.`}
        wrong={wrongFiles}
      >
        {(described) => (
          <input
            {...{ ...described, type: 'file', name: 'files', accept: 'image/jpeg,image/png,application/pdf' }}
            multiple
            autofocus={wrongFiles !== undefined}
          />
        )}
      </Field>
      <div class="pair">
        {closes && (
          <button type="submit" name="step" value="close" data-send>
            Trả lời và kết thúc
          </button>
        )}
        <button type="submit" name="step" value="open" class={closes ? 'plain' : undefined} data-send={!closes}>
          {closes ? 'Trả lời, chưa kết thúc' : 'Gửi trả lời'}
        </button>
      </div>
    </form>
  )
}

/** A script puts the chosen one in at once; without it the page comes back with it. */
const CannedChoice = ({ canned }: { canned: readonly FilledReply[] }) => (
  <div class="field">
    <label for="canned">Câu trả lời mẫu</label>
    <div class="pair">
      <select id="canned" name="canned">
        <option value="">Chọn một câu</option>
        {canned.map(({ id, title, text }) => (
          <option value={id} data-text={text} key={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit" name="step" value="insert" class="plain" formNoValidate>
        Chèn
      </button>
    </div>
  </div>
)

/** What was typed, and after it the canned reply that was chosen. */
const wordsIn = (typed: Trouble | undefined, canned: readonly FilledReply[]): string => {
  const chosen = canned.find(({ id }) => id === typed?.insert)?.text
  return [typed?.words.trimEnd(), chosen].filter(Boolean).join('\n')
}

import type { Dossier } from '../../../dossiers/dossier.ts'
import { Field } from '../../frame/field.tsx'
import { MOST_FILES } from '../reply-files.ts'
import type { Trouble } from './trouble.ts'

interface ReplyFormProps {
  dossier: Dossier
  csrf: string
  typed: Trouble | undefined
  /** An answer may end it. */
  closes?: boolean
}

/** Words, and files with them, into the citizen's chat. */
export const ReplyForm = ({ dossier, csrf, typed, closes }: ReplyFormProps) => {
  const wrongFiles = typed?.at === 'files' ? typed.because : undefined
  return (
    <form method="post" action={`/staff/dossiers/${dossier.id}/reply`} encType="multipart/form-data">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="revision" value={dossier.revision} />
      <Field
        id="words-reply"
        label="Trả lời người dân"
        hint="Người dân đọc nguyên văn trong Zalo, dưới tên cơ quan và tên ông/bà."
        wrong={wrongFiles === undefined ? typed?.because : undefined}
      >
        {(described) => (
          <textarea
            {...{ ...described, name: 'words', rows: 6, value: typed?.words ?? '' }}
            required
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
          <button type="submit" name="step" value="close">
            Trả lời và kết thúc
          </button>
        )}
        <button type="submit" name="step" value="open" class={closes ? 'plain' : undefined}>
          {closes ? 'Trả lời, chưa kết thúc' : 'Gửi trả lời'}
        </button>
      </div>
    </form>
  )
}

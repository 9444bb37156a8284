import type { Attachment } from '../../attachments/attachment.ts'
import type { FiledAnswer } from '../../dossiers/dossier.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import { mask } from '../../kernel/text.ts'

export type FilesById = ReadonlyMap<AttachmentId, Attachment>

interface AnswersProps {
  answers: readonly FiledAnswer[]
  files: FilesById
}

/** The answers as filed. A whole identity number is shown only when an officer opens it. */
export const Answers = ({ answers, files }: AnswersProps) => (
  <dl class="answers">
    {answers.map((answer) => (
      <>
        <dt>{answer.label}</dt>
        <dd>
          {/^\d{9,12}$/.test(answer.value) && answer.key.endsWith('Number') ? (
            <details class="inline">
              <summary>
                <span class="code">{mask(answer.value)}</span>&nbsp;hiện đủ số
              </summary>
              <span class="code">{answer.value}</span>
            </details>
          ) : (
            answer.shown
          )}
          {answer.attachments && <Files ids={answer.attachments} files={files} />}
        </dd>
      </>
    ))}
  </dl>
)

/** Pictures as thumbnails, documents as links; both open the file itself. */
export const Files = ({ ids, files }: { ids: readonly AttachmentId[]; files: FilesById }) => (
  <div class="files">
    {ids.map((id, i) => {
      const file = files.get(id)
      if (!file) return null
      if (file.state !== 'stored') return <span key={id}>Tệp {i + 1}: chưa tải được</span>
      const name = file.name ?? `Tệp ${i + 1}`
      return (
        <a key={id} href={`/staff/files/${id}`} target="_blank" rel="noopener">
          {file.mime === 'image/jpeg' || file.mime === 'image/png' || file.mime === 'image/webp' ? (
            <img src={`/staff/files/${id}`} alt={`Ảnh ${i + 1} người dân gửi`} loading="lazy" />
          ) : (
            name
          )}
        </a>
      )
    })}
  </div>
)

import type { Attachment } from '../../../attachments/attachment.ts'
import type { AttachmentId, DossierId } from '../../../kernel/ids.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { isPicture, renderFileName } from '../file-name.ts'

interface FilesProps {
  ids: readonly AttachmentId[]
  files: DossierFiles
  /** To what they belong, for those who hear the page. */
  of: string
}

/** Pictures as thumbnails, documents as links, each with what the citizen wrote under it. */
export const Files = ({ ids, files, of }: FilesProps) => {
  if (ids.length === 0) return null
  return (
    <ul class="files">
      {ids.map((id, i) => (
        <li key={id}>
          <File file={files.byId.get(id)} dossier={files.dossier} label={`Ảnh ${i + 1}, ${of}`} />
          {files.byId.get(id)?.caption !== undefined && <p class="caption">{files.byId.get(id)?.caption}</p>}
        </li>
      ))}
    </ul>
  )
}

const File = ({ file, dossier, label }: { file: Attachment | undefined; dossier: DossierId; label: string }) => {
  if (file?.state !== 'stored')
    return <span class="soft">{file?.state === 'waiting' ? 'Tệp đang tải về' : 'Tệp không dùng được'}</span>
  const href = `/staff/files/${file.id}`
  if (!isPicture(file)) {
    return (
      <a class="document" href={href}>
        {renderFileName(file)} <span class="soft">({renderSize(file.bytes ?? 0)}, tải về)</span>
      </a>
    )
  }
  return (
    <a href={`/staff/dossiers/${dossier}/files/${file.id}`}>
      <img src={href} alt={label} loading="lazy" width="144" height="144" />
    </a>
  )
}

/** `340 KB`, `1,2 MB`, with a decimal comma. */
const renderSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`

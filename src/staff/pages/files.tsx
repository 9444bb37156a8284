import type { Attachment } from '../../attachments/attachment.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import { isPicture, renderFileName } from '../file-name.ts'

export type FilesById = ReadonlyMap<AttachmentId, Attachment>

/** Pictures as thumbnails, documents as links, each with what the citizen wrote under it. `of` says to what they belong, for those who hear the page. */
export const Files = ({ ids, files, of }: { ids: readonly AttachmentId[]; files: FilesById; of: string }) => {
  if (ids.length === 0) return null
  return (
    <ul class="files">
      {ids.map((id, i) => (
        <li key={id}>
          <File file={files.get(id)} label={`Ảnh ${i + 1}, ${of}`} />
          {files.get(id)?.caption !== undefined && <p class="caption">{files.get(id)?.caption}</p>}
        </li>
      ))}
    </ul>
  )
}

const File = ({ file, label }: { file: Attachment | undefined; label: string }) => {
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
    <a href={href} target="_blank" rel="noopener">
      <img src={href} alt={label} loading="lazy" width="144" height="144" />
    </a>
  )
}

/** `340 KB`, `1,2 MB`, with a decimal comma. */
export const renderSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`

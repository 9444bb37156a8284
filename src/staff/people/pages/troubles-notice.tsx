import { Notice } from '../../frame/notice.tsx'

/** What was not done and everything to change in its form, each with the way to its field. */
export const TroublesNotice = ({ what, at }: { what: string; at: Readonly<Record<string, string | undefined>> }) => (
  <Notice bad>
    <p>
      <b>{what}</b> Xin sửa:
    </p>
    <ul class="plain-list">
      {Object.entries(at).map(([id, text]) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  </Notice>
)

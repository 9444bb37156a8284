import { Notice } from '../../frame/notice.tsx'

/** That what was asked for did not happen, and why; nothing where there is no trouble. */
export const NotDone = ({ trouble }: { trouble: string | undefined }) =>
  trouble === undefined ? null : (
    <Notice bad>
      <p>
        <strong>Chưa thực hiện.</strong> {trouble}
      </p>
    </Notice>
  )

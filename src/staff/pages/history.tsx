import type { ActionType, Actor, DossierAction } from '../../dossiers/dossier.ts'
import { STATUSES } from '../../dossiers/status.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { Files, type FilesById } from './files.tsx'

export const ACTION_WORDS: Record<ActionType, string> = {
  filed: 'Nộp hồ sơ',
  accepted: 'Tiếp nhận',
  declined: 'Không tiếp nhận',
  forwarded: 'Chuyển xử lý',
  'supplement asked': 'Yêu cầu bổ sung',
  withdrawn: 'Công dân rút hồ sơ',
  supplemented: 'Bổ sung',
  approved: 'Duyệt',
  refused: 'Từ chối, dừng xử lý',
  returned: 'Trả kết quả',
  'permit granted': 'Cấp giấy',
  'permit revoked': 'Thu hồi giấy',
}

export const renderActor = (by: Actor): string =>
  by.type === 'staff' ? by.name : by.type === 'citizen' ? 'Người dân' : 'Hệ thống'

/** Newest first: what happened last is what the next decision rests on. */
export const History = ({ actions, files }: { actions: readonly DossierAction[]; files: FilesById }) => (
  <ol class="history" reversed>
    {actions.toReversed().map((action) => (
      <li>
        <strong>{ACTION_WORDS[action.type]}</strong>
        <span class="soft"> → {STATUSES[action.status].label}</span>
        <div class="soft">
          {renderActor(action.by)} ·{' '}
          <time dateTime={new Date(action.at).toISOString()}>{renderInstant(action.at)}</time>
        </div>
        {action.note && <p class="note">{action.note}</p>}
        {action.attachments && (
          <Files ids={action.attachments} files={files} of={ACTION_WORDS[action.type].toLowerCase()} />
        )}
      </li>
    ))}
  </ol>
)

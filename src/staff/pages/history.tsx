import type { ActionType, Actor, DossierAction } from '../../dossiers/dossier.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { type FilesById, Files } from './answers.tsx'

const WORDS: Record<ActionType, string> = {
  filed: 'Nộp hồ sơ',
  accepted: 'Tiếp nhận',
  declined: 'Không tiếp nhận',
  forwarded: 'Chuyển xử lý',
  'supplement asked': 'Yêu cầu bổ sung',
  supplemented: 'Bổ sung',
  approved: 'Duyệt',
  refused: 'Từ chối, dừng xử lý',
  returned: 'Trả kết quả',
  'permit granted': 'Cấp giấy đi đường',
  'permit revoked': 'Thu hồi giấy đi đường',
}

const who = (by: Actor): string => (by.type === 'staff' ? by.name : by.type === 'citizen' ? 'Người dân' : 'Hệ thống')

/** Newest first: what happened last is what the next decision rests on. */
export const History = ({ actions, files }: { actions: readonly DossierAction[]; files: FilesById }) => (
  <ol class="history" reversed>
    {actions.toReversed().map((action) => (
      <li>
        <strong>{WORDS[action.type]}</strong>
        <div class="soft">
          {who(action.by)} · <time dateTime={new Date(action.at).toISOString()}>{renderInstant(action.at)}</time>
        </div>
        {action.note && <p>{action.note}</p>}
        {action.attachments && action.attachments.length > 0 && <Files ids={action.attachments} files={files} />}
      </li>
    ))}
  </ol>
)

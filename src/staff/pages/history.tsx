import { ACTION_LABELS } from '../../dossiers/action-labels.ts'
import type { Actor, DossierAction } from '../../dossiers/dossier.ts'
import { STATUSES } from '../../dossiers/status.ts'
import { decisionsOf } from '../../dossiers/take-back.ts'
import { renderInstant } from '../../kernel/clock.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Files } from './files.tsx'

export const renderActor = (by: Actor): string =>
  by.type === 'staff' ? by.name : by.type === 'citizen' ? 'Người dân' : 'Hệ thống'

/** Newest first: what happened last is what the next decision rests on. What was taken back stays, and says so. */
export const History = ({ actions, files }: { actions: readonly DossierAction[]; files: DossierFiles }) => {
  const { takenBack } = decisionsOf(actions)
  return (
    <ol class="history" reversed>
      {actions.toReversed().map((action) => (
        <li>
          <strong>{ACTION_LABELS[action.type]}</strong>
          {takenBack.has(action) && <span class="doubt"> (đã thu lại)</span>}
          <span class="soft"> → {STATUSES[action.status].label}</span>
          <div class="soft">
            {renderActor(action.by)} ·{' '}
            <time dateTime={new Date(action.at).toISOString()}>{renderInstant(action.at)}</time>
          </div>
          {action.note && <p class="note">{action.note}</p>}
          {action.attachments && (
            <Files ids={action.attachments} files={files} of={ACTION_LABELS[action.type].toLowerCase()} />
          )}
        </li>
      ))}
    </ol>
  )
}

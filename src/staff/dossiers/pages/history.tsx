import { ACTION_LABELS } from '../../../dossiers/action-labels.ts'
import type { Actor, DossierAction } from '../../../dossiers/dossier.ts'
import { STATUSES } from '../../../dossiers/status.ts'
import { decisionsOf } from '../../../dossiers/take-back.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierMessage } from '../../../notifications/dossier-messages.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Deliveries } from './delivery.tsx'
import { Facts } from '../../frame/facts.tsx'
import { Files } from './files.tsx'

export const renderActor = (by: Actor): string =>
  by.type === 'staff' ? by.name : by.type === 'citizen' ? 'Người dân' : 'Hệ thống'

interface HistoryProps {
  actions: readonly DossierAction[]
  files: DossierFiles
  messages: readonly DossierMessage[]
}

/** Newest first: what happened last is what the next decision rests on. What was taken back stays, and says so. */
export const History = ({ actions, files, messages }: HistoryProps) => {
  const said = byAction(actions, messages)
  const { takenBack } = decisionsOf(actions)
  return (
    <ol class="history" reversed>
      {actions.toReversed().map((action) => (
        <li class={action.type === 'noted' ? 'internal' : undefined}>
          <strong>{ACTION_LABELS[action.type]}</strong>
          {takenBack.has(action) && <span class="doubt"> (đã thu lại)</span>}
          <span class="soft"> → {STATUSES[action.status].label}</span>
          <Facts
            soft
            of={[
              renderActor(action.by),
              <time dateTime={new Date(action.at).toISOString()}>{renderInstant(action.at)}</time>,
            ]}
          />
          {action.note && <p class="note">{action.note}</p>}
          {action.attachments && (
            <Files ids={action.attachments} files={files} of={ACTION_LABELS[action.type].toLowerCase()} />
          )}
          <Deliveries messages={said.get(action) ?? []} />
        </li>
      ))}
    </ol>
  )
}

/** An act and what it said are written at one time; what the program said besides (a reminder) stands with the act before it. */
function byAction(actions: readonly DossierAction[], messages: readonly DossierMessage[]) {
  const said = new Map<DossierAction, DossierMessage[]>()
  for (const message of messages) {
    const same = actions.find(({ at }) => at === message.saidAt)
    const action = same ?? actions.findLast(({ at }) => at <= message.saidAt) ?? actions[0]
    if (action) said.set(action, [...(said.get(action) ?? []), message])
  }
  return said
}

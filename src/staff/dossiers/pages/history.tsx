import { ACTION_LABELS } from '../../../dossiers/action-labels.ts'
import type { Actor, DossierAction } from '../../../dossiers/dossier.ts'
import { renderDue } from '../../../dossiers/deadlines/render-due.ts'
import { STATUSES } from '../../../dossiers/status.ts'
import { decisionsOf } from '../../../dossiers/take-back.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { renderTold } from '../../../dossiers/notice-words.ts'
import type { GivenNotice, Told } from '../../../dossiers/notices.ts'
import type { DossierMessage } from '../../../notifications/dossier-messages.ts'
import { maskedAnswer } from '../../../dossiers/masked.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { type Again, Deliveries } from './delivery.tsx'
import { Facts } from '../../frame/facts.tsx'
import { Files } from './files.tsx'

export const renderActor = (by: Actor): string =>
  by.type === 'staff' ? by.name : by.type === 'citizen' ? 'Người dân' : 'Hệ thống'

interface HistoryProps {
  actions: readonly DossierAction[]
  files: DossierFiles
  messages: readonly DossierMessage[]
  /** What the desk was told of it. */
  notices: readonly GivenNotice[]
  /** For who may send a message again. */
  again?: Again
}

/** Newest first: what happened last is what the next decision rests on. What was taken back stays, and says so. */
export const History = ({ actions, files, messages, notices, again }: HistoryProps) => {
  const said = byAction(actions, messages, ({ saidAt }) => saidAt)
  const told = byAction(actions, notices, ({ at }) => at)
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
          {action.type === 'corrected' &&
            action.move?.given?.map(({ before, ...given }) => (
              <p>
                {given.label}: {before && maskedAnswer(before)} → {maskedAnswer(given)}
              </p>
            ))}
          {action.note && <p class="note">{action.note}</p>}
          {action.move?.answerBy !== undefined && (
            <p class="soft">Người dân trả lời trước {renderDue(action.move.answerBy)}.</p>
          )}
          {action.move?.again && <p class="soft">Vì sao hỏi thêm lần nữa: {action.move.again}</p>}
          {action.attachments && (
            <Files ids={action.attachments} files={files} of={ACTION_LABELS[action.type].toLowerCase()} />
          )}
          <Deliveries messages={said.get(action) ?? []} again={again} />
          <ToldLines notices={told.get(action) ?? []} />
        </li>
      ))}
    </ol>
  )
}

/** Who was told what and when: one line for all who were told the same at once. */
const ToldLines = ({ notices }: { notices: readonly GivenNotice[] }) => (
  <ul class="plain-list deliveries">
    {notices
      .filter((notice, i) => notices.findIndex((it) => isSame(it, notice)) === i)
      .map((notice) => (
        <li>
          Đã nhắc{' '}
          {notices
            .filter((it) => isSame(it, notice))
            .map(({ name }) => name)
            .join(', ')}{' '}
          lúc {renderInstant(notice.at)}: <span class="soft inline">{renderTold(notice)}</span>
        </li>
      ))}
  </ul>
)

const isSame = (a: Told & { at: number }, b: Told & { at: number }): boolean =>
  a.kind === b.kind && a.about === b.about && a.at === b.at

/**
 * An act and what it said are written at one time; what the program said besides (a reminder, a warning to the desk) stands with
 * the act before it.
 */
function byAction<Said>(actions: readonly DossierAction[], said: readonly Said[], when: (one: Said) => number) {
  const found = new Map<DossierAction, Said[]>()
  for (const one of said) {
    const same = actions.find(({ at }) => at === when(one))
    const action = same ?? actions.findLast(({ at }) => at <= when(one)) ?? actions[0]
    if (action) found.set(action, [...(found.get(action) ?? []), one])
  }
  return found
}

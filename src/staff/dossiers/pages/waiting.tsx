import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import { openProposal } from '../../../dossiers/visit.ts'
import { renderInstant } from '../../../kernel/clock.ts'

/** Whose turn it is while a supplement is open. */
export const Waiting = ({ dossier, actions }: { dossier: Dossier; actions: readonly DossierAction[] }) => {
  const last = actions.at(-1)
  const proposal = openProposal(actions)
  if (proposal && dossier.status === 'supplement')
    return <p class="soft">Đang chờ người dân chọn giờ hẹn từ {renderInstant(proposal.at)}.</p>
  if (last?.type === 'time chosen') return <p class="soft">Người dân đã chọn giờ hẹn: {answeredIn(actions)}.</p>
  if (last?.type === 'time wished')
    return (
      <p class="fresh">
        Người dân xin giờ hẹn khác: {answeredIn(actions)}. Xin xác nhận lịch hẹn, hoặc đề nghị giờ khác.
      </p>
    )
  if (last?.type === 'supplemented') return <p class="fresh">Người dân vừa bổ sung, xem ở “Quá trình”.</p>
  if (dossier.status !== 'supplement') return null
  const asked = actions.findLast((action) => action.type === 'supplement asked')
  return <p class="soft">Đang chờ người dân bổ sung{asked && ` từ ${renderInstant(asked.at)}`}.</p>
}

/** What the citizen has answered last, as it reads in a sentence. */
const answeredIn = (actions: readonly DossierAction[]): string =>
  (actions.findLast(({ type }) => type === 'supplemented')?.move?.given ?? []).map(({ shown }) => shown).join(', ')

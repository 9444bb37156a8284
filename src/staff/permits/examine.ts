import type { Attachments } from '../../attachments/ports.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { type PermitKind, renderOrderEnded } from '../../permits/grant/kinds.ts'
import type { PermitClaims } from '../../permits/code/permit.ts'
import type { Planned } from '../../permits/grant/plan-permit.ts'
import type { EndedOrders } from '../../permits/ports.ts'
import type { Duplicate } from '../../casework/duplicates.ts'
import { kindIn, type KindOf } from '../../casework/names.ts'
import { type DossierFiles, filesOf } from '../dossiers/dossier-files.ts'
import { type Papers, papersOf } from '../dossiers/papers.ts'
import { renderDuplicate } from '../dossiers/render-duplicate.ts'

/**
 * One thing that somebody looks at before approving. `trouble` says what must be looked at on the dossier itself;
 * `plain` is a fact that speaks neither for nor against.
 */
export interface ApprovalCheck {
  label: string
  trouble?: string
  plain?: true
}

export interface Examined {
  dossier: Dossier
  kind: PermitKind
  /** Absent when no permit can be made of it. */
  claims?: PermitClaims
  checks: readonly ApprovalCheck[]
  files: DossierFiles
}

export const isClear = ({ checks }: Examined): boolean => checks.every(({ trouble }) => trouble === undefined)

export interface ExaminePorts {
  attachments: Pick<Attachments, 'findMany'>
  dossiers: Pick<Dossiers, 'actions'>
  paperQuestions: (flow: string, version: number) => ReadonlyMap<string, string>
  orders: Pick<EndedOrders, 'endedAt'>
  duplicates: (dossiers: readonly Dossier[]) => Promise<ReadonlyMap<DossierId, readonly Duplicate[]>>
  kindOf: KindOf
  planPermit: (dossier: Dossier, kind: PermitKind, now: number) => Promise<Planned>
  now: Clock
}

/** The checks of each dossier that grants a permit; of the others nothing. */
export function createExamine(ports: ExaminePorts) {
  const { attachments, dossiers, orders, duplicates, kindOf, planPermit, now } = ports
  const checksOf = async (dossier: Dossier, kind: PermitKind, same: readonly Duplicate[]): Promise<Examined> => {
    const at = now()
    const [planned, plateless, endedAt, actions] = await Promise.all([
      planPermit(dossier, kind, at),
      planPermit(withoutPlate(dossier, kind), kind, at),
      orders.endedAt(kind.order.id),
      dossiers.actions(dossier.id),
    ])
    const files = await filesOf(attachments, dossier, actions)
    const papers = papersOf(files, ports.paperQuestions(dossier.flow, dossier.flowVersion))
    const because = planned.outcome === 'refused' ? planned.because : undefined
    const ended = endedAt === undefined ? undefined : renderOrderEnded(kind, endedAt)
    // What goes away with the plate lay in the plate.
    const isPlate = because !== undefined && (plateless.outcome === 'planned' || plateless.because !== because)
    const rest = isPlate || because === ended ? undefined : because
    return {
      ...{ dossier, kind, files },
      ...(planned.outcome === 'planned' && { claims: planned.claims }),
      checks: [
        ...checkPapers(dossier, papers),
        check('Không trùng', 'Có trùng', same.length > 0 ? same.map(renderDuplicate).join(' ') : undefined),
        check('Thời gian và nội dung hợp lệ', 'Thời gian hoặc nội dung chưa hợp lệ', rest),
        check('Biển số đọc được', 'Biển số không đọc được', isPlate ? because : undefined),
        check('Lệnh còn hiệu lực', 'Lệnh hết hiệu lực', ended),
      ],
    }
  }

  return async (examinees: readonly Dossier[]): Promise<Examined[]> => {
    const same = await duplicates(examinees)
    const examined = examinees.map(async (dossier) => {
      const kind = kindIn(kindOf(dossier))
      return kind ? [await checksOf(dossier, kind, same.get(dossier.id) ?? [])] : []
    })
    return (await Promise.all(examined)).flat()
  }
}

/** What is known of its papers, which is not whether they are enough. Of a procedure that asks for none, nothing. */
function checkPapers({ status }: Dossier, { isAsked, stored, waiting, lost }: Papers): ApprovalCheck[] {
  if (status === 'supplement') return [{ label: 'Chưa đủ giấy tờ', trouble: 'Đang chờ người dân bổ sung.' }]
  const missing = [
    ...(waiting > 0 ? [`${waiting} tệp đang tải về.`] : []),
    ...(lost > 0 ? [`${lost} tệp không mở được.`] : []),
  ]
  if (missing.length > 0) return [{ label: 'Chưa nhận đủ tệp', trouble: missing.join(' ') }]
  if (stored > 0) return [{ label: `Nhận đủ ${stored} tệp giấy tờ` }]
  return isAsked ? [{ label: 'Không gửi giấy tờ (không bắt buộc)', plain: true }] : []
}

const check = (fine: string, doubt: string, trouble: string | undefined): ApprovalCheck =>
  trouble === undefined ? { label: fine } : { label: doubt, trouble }

function withoutPlate(dossier: Dossier, kind: PermitKind): Dossier {
  const key = kind.answers['plate'] ?? 'plate'
  return { ...dossier, answers: dossier.answers.filter((answer) => answer.key !== key) }
}

import type { Attachments } from '../../attachments/ports.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { type PermitKind, renderOrderEnded } from '../../permits/kinds.ts'
import type { PermitClaims } from '../../permits/permit.ts'
import type { Planned } from '../../permits/plan-permit.ts'
import type { EndedOrders } from '../../permits/ports.ts'
import type { Duplicate } from '../../turns/duplicates.ts'
import { renderDuplicate } from './render-duplicate.ts'

/** One thing that somebody looks at before approving. `trouble` says what must be looked at on the dossier itself. */
export interface Check {
  label: string
  trouble?: string
}

export interface Examined {
  dossier: Dossier
  kind: PermitKind
  /** Absent when no permit can be made of it. */
  claims?: PermitClaims
  checks: readonly Check[]
}

export const isClear = ({ checks }: Examined): boolean => checks.every(({ trouble }) => trouble === undefined)

export interface ExaminePorts {
  attachments: Pick<Attachments, 'findMany'>
  orders: Pick<EndedOrders, 'endedAt'>
  duplicates: (dossiers: readonly Dossier[]) => Promise<ReadonlyMap<DossierId, readonly Duplicate[]>>
  kindOf: (flow: string) => PermitKind | undefined
  planPermit: (dossier: Dossier, kind: PermitKind, now: number) => Promise<Planned>
  now: Clock
}

/** The checks of each dossier that grants a permit; of the others nothing. */
export function createExamine({ attachments, orders, duplicates, kindOf, planPermit, now }: ExaminePorts) {
  const checksOf = async (dossier: Dossier, kind: PermitKind, same: readonly Duplicate[]): Promise<Examined> => {
    const at = now()
    const [planned, plateless, endedAt, papers] = await Promise.all([
      planPermit(dossier, kind, at),
      planPermit(withoutPlate(dossier, kind), kind, at),
      orders.endedAt(kind.order.id),
      troubleWithPapers(dossier),
    ])
    const because = planned.outcome === 'refused' ? planned.because : undefined
    const ended = endedAt === undefined ? undefined : renderOrderEnded(kind, endedAt)
    // What goes away with the plate lay in the plate.
    const isPlate = because !== undefined && (plateless.outcome === 'planned' || plateless.because !== because)
    const rest = isPlate || because === ended ? undefined : because
    return {
      ...{ dossier, kind },
      ...(planned.outcome === 'planned' && { claims: planned.claims }),
      checks: [
        check('Đủ giấy tờ', 'Chưa đủ giấy tờ', papers),
        check('Không trùng', 'Có trùng', same.length > 0 ? same.map(renderDuplicate).join(' ') : undefined),
        check('Thời gian và nội dung hợp lệ', 'Thời gian hoặc nội dung chưa hợp lệ', rest),
        check('Biển số đọc được', 'Biển số không đọc được', isPlate ? because : undefined),
        check('Lệnh còn hiệu lực', 'Lệnh hết hiệu lực', ended),
      ],
    }
  }

  const troubleWithPapers = async ({ status, answers }: Dossier): Promise<string | undefined> => {
    if (status === 'supplement') return 'Đang chờ người dân bổ sung.'
    const ids = answers.flatMap((answer) => answer.attachments ?? [])
    const whole = (await attachments.findMany(ids)).filter(({ state }) => state === 'stored' || state === 'read')
    return whole.length < new Set(ids).size ? 'Có tệp chưa nhận được hoặc không mở được.' : undefined
  }

  return async (dossiers: readonly Dossier[]): Promise<Examined[]> => {
    const same = await duplicates(dossiers)
    const examined = dossiers.map(async (dossier) => {
      const kind = kindOf(dossier.procedure)
      return kind ? [await checksOf(dossier, kind, same.get(dossier.id) ?? [])] : []
    })
    return (await Promise.all(examined)).flat()
  }
}

const check = (fine: string, doubt: string, trouble: string | undefined): Check =>
  trouble === undefined ? { label: fine } : { label: doubt, trouble }

function withoutPlate(dossier: Dossier, kind: PermitKind): Dossier {
  const key = kind.answers['plate'] ?? 'plate'
  return { ...dossier, answers: dossier.answers.filter((answer) => answer.key !== key) }
}

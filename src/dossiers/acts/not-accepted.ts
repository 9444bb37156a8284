import { standingAct } from '../take-back.ts'
import type { Standing } from './act.ts'

/** A dossier asked about at the desk goes back to the desk: only one that was accepted goes on, or is stopped. */
export const notAccepted = ({ dossier: { status }, history }: Standing): string | undefined =>
  status === 'supplement' && !standingAct(history, 'accepted')
    ? 'Hồ sơ chưa được tiếp nhận. Ông/bà tiếp nhận trước, hoặc chọn “Không tiếp nhận”.'
    : undefined

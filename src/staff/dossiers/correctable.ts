import { type Correctable, correctableIn } from '../../casework/read-correction.ts'
import type { Standing } from '../../dossiers/acts/act.ts'
import { barTo } from '../../dossiers/apply.ts'
import { openAsk } from '../../dossiers/take-back.ts'
import { type Doer, may } from '../../dossiers/may.ts'

/** Answers that this person may put right now, each with its question. */
export function correctable(
  doer: Doer,
  standing: Standing,
  flow: Parameters<typeof correctableIn>[0],
  at: number,
): ReadonlyMap<string, Correctable> {
  const isOffered =
    may(doer, 'correct', standing).may && barTo(standing, 'correct', at, { type: 'staff', ...doer }) === undefined
  if (!isOffered) return new Map()
  const { dossier, history } = standing
  const asked = dossier.status === 'supplement' ? openAsk(history)?.move?.wanted : undefined
  const answered = new Set(dossier.answers.flatMap(({ key, attachments }) => (attachments ? [] : [key])))
  for (const { key } of asked ?? []) answered.delete(key)
  return new Map([...correctableIn(flow)].filter(([key]) => answered.has(key)))
}

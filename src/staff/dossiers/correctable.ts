import { questionOf } from '../../casework/read-correction.ts'
import type { Standing } from '../../dossiers/acts/act.ts'
import { barTo } from '../../dossiers/apply.ts'
import { openAsk } from '../../dossiers/take-back.ts'
import { type Doer, may } from '../../dossiers/may.ts'

/** Answers that this person may put right now, each with its question. */
export function correctable(doer: Doer, standing: Standing, flow: Parameters<typeof questionOf>[0], at: number) {
  const isOffered =
    may(doer, 'correct', standing).may && barTo(standing, 'correct', at, { type: 'staff', ...doer }) === undefined
  const { dossier, history } = standing
  const asked = dossier.status === 'supplement' ? openAsk(history)?.move?.wanted : undefined
  const answers = isOffered
    ? dossier.answers.filter(({ key, attachments }) => !attachments && !asked?.some((it) => it.key === key))
    : []
  return new Map(
    answers.flatMap(({ key }) => {
      const step = questionOf(flow, key)
      return step ? [[key, step] as const] : []
    }),
  )
}

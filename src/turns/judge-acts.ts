import type { ActByCitizen, CitizenRequest } from '../casework/act-by-citizen.ts'
import type { Effect } from '../conversation/words/session.ts'
import type { Applied } from '../dossiers/apply.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** The acts among the effects of a turn, with what became of each. */
export async function judgeActs(
  act: ActByCitizen,
  citizen: CitizenId,
  effects: readonly Effect[],
  at: number,
): Promise<ReadonlyMap<Effect, Applied>> {
  const wanted = effects.flatMap((effect) => {
    const request = toRequest(effect)
    return request ? [{ effect, request }] : []
  })
  if (wanted.length === 0) return NONE
  const applied = await act(
    citizen,
    wanted.map(({ request }) => request),
    at,
  )
  return new Map(wanted.flatMap(({ effect }, i) => (applied[i] ? [[effect, applied[i]]] : [])))
}

const NONE: ReadonlyMap<Effect, Applied> = new Map()

function toRequest(effect: Effect): CitizenRequest | undefined {
  switch (effect.type) {
    case 'supplement':
      return {
        dossier: effect.dossier,
        act: {
          ...{ type: 'supplement', reply: effect.text, attachments: effect.attachments },
          ...(effect.answers && { answers: effect.answers }),
          ...(effect.gone && { gone: effect.gone }),
        },
      }
    case 'withdraw':
      return { dossier: effect.dossier, act: { type: 'withdraw', because: effect.because } }
    default:
      return undefined
  }
}

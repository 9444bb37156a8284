import type { Move } from '../dossier.ts'
import type { Act, Circumstances, Standing } from './act.ts'

/** Who begins to work on what nobody has taken has taken it; to them it comes back when the citizen answers. */
export const takenByDoer = ({ dossier }: Standing, _act: Act, { by }: Circumstances): Move | undefined =>
  dossier.handler === null && by.type === 'staff' ? { handler: { id: by.id, name: by.name } } : undefined

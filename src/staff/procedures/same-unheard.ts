import { groupUnheard } from '../../procedures/group-unheard.ts'
import type { Unheard, UnheardWords } from '../../procedures/ports.ts'

/** As many as a page can show. */
export const MOST_UNHEARD = 500

/** All rows of the same words at the same question. */
export async function sameUnheard(unheard: UnheardWords, { id }: Unheard): Promise<readonly string[]> {
  const groups = groupUnheard(await unheard.newest(MOST_UNHEARD))
  return groups.flatMap(({ said }) => said).find(({ ids }) => ids.includes(id))?.ids ?? [id]
}

import type { Status } from '../dossiers/status.ts'
import { type Filed, kindIn, type KindOf } from './names.ts'
import type { PermitSearch } from './permit-search.ts'

/** Which versions the dossiers in these statuses were filed through, of those that grant a permit: of these kinds, or of any. */
export type GrantingVersions = (statuses: readonly Status[], kinds?: readonly string[]) => Promise<Filed[]>

export const createGrantingVersions =
  ({ search, kindOf }: { search: Pick<PermitSearch, 'filedThrough'>; kindOf: KindOf }): GrantingVersions =>
  async (statuses, kinds) =>
    (await search.filedThrough(statuses)).filter((filed) => {
      const kind = kindIn(kindOf(filed))
      return kind !== undefined && (kinds === undefined || kinds.includes(kind.id))
    })

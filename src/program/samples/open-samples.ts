import { createDecidedHow, createProspectOf } from '../../casework/filed-version.ts'
import { createKindOf } from '../../casework/names.ts'
import { createWordsOf } from '../../casework/words-of.ts'
import type { Other } from '../../dossiers/acts/act.ts'
import { toVietnamDay } from '../../kernel/clock.ts'
import type { PermitKinds } from '../../permits/grant/kinds.ts'
import type { Catalogue } from '../../procedures/catalogue.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { createSampleDossiers } from '../../storage/sample-dossiers.ts'
import type { Desks } from './desks.ts'
import { type Life, type LifePorts, live } from './live.ts'

interface SampleParts {
  engine: Engine
  flows: Catalogue
  kinds: Pick<PermitKinds, 'find'>
  agencyName: (code: string) => string
  agencyNow: (code: string) => Other | undefined
  desks: Desks
}

/** What writes sample dossiers, with the names and terms that real ones have. */
export function openSamples({ engine, ...parts }: SampleParts) {
  const ports = lifePorts(parts)
  const samples = createSampleDossiers(engine)
  return {
    /** All of them in one commit. */
    add: (lives: readonly Life[]): Promise<void> =>
      samples.add(
        lives.map((life) => ({
          ...{ citizen: life.filing.citizen, unit: life.filing.agency, day: toVietnamDay(life.filedAt) },
          changes: (code) => live(life, code, ports),
        })),
      ),
  }
}

/** What a life is judged by. */
export const lifePorts = ({ flows, kinds, agencyName, agencyNow, desks }: Omit<SampleParts, 'engine'>): LifePorts => ({
  names: {
    ...{
      procedureName: flows.nameOf,
      agencyName,
      kindOf: createKindOf({ pinned: flows.pinned, findKind: kinds.find }),
    },
    rateFlow: () => flows.flowDoing('rate'),
    prospectOf: createProspectOf(flows.pinned),
  },
  decidedHow: createDecidedHow(flows.pinned),
  ...{ agencyNow, desks, wordsOf: createWordsOf(flows.pinned) },
})

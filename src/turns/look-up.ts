import type { FactsEvent, Query } from '../conversation/session.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { STATUSES } from '../dossiers/status.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** As many as fit one message. */
const MY_DOSSIERS = 10

interface LookUpPorts {
  dossiers: Dossiers
  procedureName: (flow: string) => string
}

/** Fetches the facts a conversation asked for. What a stranger may not see is answered as not found. */
export const createLookUp =
  ({ dossiers, procedureName }: LookUpPorts) =>
  async (citizen: CitizenId, query: Query): Promise<FactsEvent> => {
    switch (query.name) {
      case 'dossier': {
        const dossier = await dossiers.findByCode(query.code)
        if (!dossier || !maySee(dossier, citizen, query.factor)) return { type: 'FACTS', found: false, facts: {} }
        const last = (await dossiers.actions(dossier.id)).at(-1)
        return {
          type: 'FACTS',
          found: true,
          facts: { ...toFacts(dossier, procedureName), note: last?.note ? `Ghi chú: ${last.note}` : '' },
        }
      }
      case 'my dossiers': {
        const mine = await dossiers.ofCitizen(citizen, MY_DOSSIERS)
        const list = mine.map((dossier, i) => `${i + 1}. ${toLines(toFacts(dossier, procedureName))}`).join('\n\n')
        return { type: 'FACTS', found: mine.length > 0, facts: { list, count: String(mine.length) } }
      }
      case 'my permits':
      case 'dossiers to rate':
      case 'my data':
        return { type: 'FACTS', found: false, facts: {} }
    }
  }

/** Codes are sequential and can be guessed: the secret of the receipt, or the chat it was filed from, must match. */
const maySee = (dossier: Dossier, citizen: CitizenId, factor: string): boolean =>
  dossier.citizen === citizen || dossier.lookupSecret === factor.toUpperCase()

type Named = Pick<DossierSummary, 'code' | 'procedure' | 'status' | 'filedAt' | 'updatedAt'>

const toFacts = (dossier: Named, procedureName: (flow: string) => string) => ({
  code: dossier.code,
  procedure: procedureName(dossier.procedure),
  status: STATUSES[dossier.status].label,
  filedAt: renderInstant(dossier.filedAt),
  updatedAt: renderInstant(dossier.updatedAt),
})

const toLines = (facts: ReturnType<typeof toFacts>): string =>
  `${facts.code}\n${facts.procedure}\nTrạng thái: ${facts.status} (${facts.updatedAt})`

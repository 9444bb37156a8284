import type { Dossier } from '../../../dossiers/dossier.ts'
import { Facts } from '../../frame/facts.tsx'
import { renderApplicant } from './applicant.ts'

interface DossierHeadProps {
  title: string
  dossier: Dossier
  procedureName: string
  /** Something is said of a mistake, which has the focus instead. */
  isRefused?: boolean
}

/** What is done here, and of which dossier, with the way back to it. */
export const DossierHead = ({ title, dossier, procedureName, isRefused = false }: DossierHeadProps) => (
  <div class="head">
    <h1 tabIndex={-1} autofocus={!isRefused}>
      {title}
    </h1>
    <Facts
      of={[
        <a class="code" href={`/staff/dossiers/${dossier.id}`}>
          {dossier.code}
        </a>,
        <b>{procedureName}</b>,
        renderApplicant(dossier),
      ]}
    />
  </div>
)

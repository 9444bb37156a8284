import type { Dossier } from '../../../dossiers/dossier.ts'

/** The ways to dossiers, in a sentence. */
export const Codes = ({ of }: { of: readonly Pick<Dossier, 'id' | 'code'>[] }) => (
  <>
    {of.map(({ id, code }, i) => (
      <>
        {i > 0 && ', '}
        <a class="code" href={`/staff/dossiers/${id}`}>
          {code}
        </a>
      </>
    ))}
  </>
)

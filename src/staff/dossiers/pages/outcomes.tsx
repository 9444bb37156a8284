import type { Outcome } from '../../../casework/each-alone.ts'

interface OutcomesProps {
  of: readonly Outcome[]
  /** Above those that were done, and those that were not. */
  done: string
  not: string
}

/** What became of each dossier that was ticked; those that need somebody first. */
export const Outcomes = ({ of, done, not }: OutcomesProps) => {
  const left = of.filter((one) => one.outcome === 'not')
  const made = of.filter(({ outcome }) => outcome === 'done')
  return (
    <>
      {left.length > 0 && (
        <section class="card" aria-labelledby="not">
          <h2 id="not">{not}</h2>
          <ul class="plain-list">
            {left.map((one) => (
              <li key={one.dossier}>
                <DossierLink {...one} />: {one.because}
              </li>
            ))}
          </ul>
        </section>
      )}
      {made.length > 0 && (
        <section class="card" aria-labelledby="made">
          <h2 id="made">{done}</h2>
          <ul class="plain-list">
            {made.map((one) => (
              <li key={one.dossier}>
                <DossierLink {...one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export const DossierLink = ({ dossier, code }: Pick<Outcome, 'dossier' | 'code'>) =>
  code === undefined ? (
    <>Một hồ sơ</>
  ) : (
    <a class="code" href={`/staff/dossiers/${dossier}`}>
      {code}
    </a>
  )

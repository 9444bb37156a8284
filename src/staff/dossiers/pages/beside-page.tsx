import type { Dossier, FiledAnswer } from '../../../dossiers/dossier.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Facts } from '../../frame/facts.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Answer } from './answers.tsx'
import { renderApplicant } from './applicant.ts'
import { Decide } from './look-alikes-card.tsx'
import { StatusChip } from './status-chip.tsx'

interface Side {
  dossier: Dossier
  files: DossierFiles
  procedureName: string
  agencyName: string
}

interface BesideProps {
  signedIn: SignedInAs
  /** The one to be decided on, and the one it is compared with. */
  here: Side
  there: Side
  mayClose: boolean
  mayTellApart: boolean
}

/** Two dossiers, answer by answer; what differs is marked. */
export const BesidePage = ({ signedIn, here, there, ...may }: BesideProps) => (
  <Layout title={`So hồ sơ ${here.dossier.code} và ${there.dossier.code}`} signedIn={signedIn} at="dossiers" keys>
    <p class="ways no-print">
      <a href={`/staff/dossiers/${here.dossier.id}`} data-key="u">
        ← Hồ sơ {here.dossier.code}
      </a>
    </p>
    <div class="head">
      <h1>Hai hồ sơ cạnh nhau</h1>
    </div>
    <section class="card mended" aria-labelledby="both">
      <h2 id="both">Hồ sơ này và hồ sơ kia</h2>
      <dl class="beside">
        {[here, there].map((side, i) => (
          <div key={side.dossier.id}>
            <dt>{i === 0 ? 'Hồ sơ này' : 'Hồ sơ kia'}</dt>
            <dd>
              <Head {...side} />
            </dd>
          </div>
        ))}
      </dl>
      {rowsOf(here.dossier, there.dossier).map(({ key, label, mine, theirs }) => (
        <div key={key}>
          <h3>
            {label}
            {mine?.value !== theirs?.value && <span class="doubt"> (khác)</span>}
          </h3>
          <dl class="beside">
            <Half of="Hồ sơ này" answer={mine} files={here.files} />
            <Half of="Hồ sơ kia" answer={theirs} files={there.files} />
          </dl>
        </div>
      ))}
    </section>
    {(may.mayClose || may.mayTellApart) && (
      <section class="card actions no-print" aria-labelledby="decide">
        <h2 id="decide">Hai hồ sơ này</h2>
        <Decide {...may} dossier={here.dossier} csrf={signedIn.csrf} other={there.dossier.code} />
      </section>
    )}
  </Layout>
)

const Head = ({ dossier, procedureName, agencyName }: Side) => (
  <>
    <a class="code" href={`/staff/dossiers/${dossier.id}`}>
      {dossier.code}
    </a>{' '}
    <StatusChip status={dossier.status} />
    <Facts of={[<b>{procedureName}</b>, renderApplicant(dossier)]} />
    <Facts soft of={[agencyName, `nộp lúc ${renderInstant(dossier.filedAt)}`]} />
  </>
)

interface HalfProps {
  of: string
  answer: FiledAnswer | undefined
  files: DossierFiles
}

const Half = ({ of, answer, files }: HalfProps) => (
  <div>
    <dt>{of}</dt>
    <dd>
      {answer ? (
        <Answer answer={answer} files={files} of={`, ${of.toLowerCase()}`} />
      ) : (
        <span class="soft">Không có</span>
      )}
    </dd>
  </div>
)

interface Row {
  key: string
  label: string
  mine?: FiledAnswer
  theirs?: FiledAnswer
}

/** In the order of the first one's questions, then what only the other one says. */
function rowsOf({ answers: mine }: Dossier, { answers: theirs }: Dossier): Row[] {
  const known = new Set(mine.map(({ key }) => key))
  return [
    ...mine.map((answer): Row => {
      const other = theirs.find(({ key }) => key === answer.key)
      return { key: answer.key, label: answer.label, mine: answer, ...(other && { theirs: other }) }
    }),
    ...theirs
      .filter(({ key }) => !known.has(key))
      .map((answer): Row => ({ key: answer.key, label: answer.label, theirs: answer })),
  ]
}

import type { Outcome } from '../../../casework/each-alone.ts'
import { Outcomes } from '../../dossiers/pages/outcomes.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { MANY, type ManyAct } from '../many-acts.ts'

interface ManyDoneProps {
  signedIn: SignedInAs
  act: ManyAct
  outcomes: readonly Outcome[]
  /** Address of the list it was done from. */
  list: string
}

/** What became of each dossier. */
export const ManyDonePage = ({ signedIn, act, outcomes, list }: ManyDoneProps) => {
  const { label, done } = MANY[act]
  const made = outcomes.filter(({ outcome }) => outcome === 'done').length
  const not = outcomes.length - made
  return (
    <Layout title={`${label}: kết quả`} signedIn={signedIn} at="dossiers">
      <h1>{label}: kết quả</h1>
      <Notice bad={not > 0}>
        <p>
          Làm được {made} hồ sơ, không làm được {not} hồ sơ.
        </p>
      </Notice>
      <Outcomes of={outcomes} done={done} not="Không làm được, hồ sơ vẫn như cũ" />
      <p>
        <a class="button" href={list}>
          Về danh sách
        </a>
      </p>
    </Layout>
  )
}

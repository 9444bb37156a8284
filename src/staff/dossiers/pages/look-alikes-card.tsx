import type { ComponentChildren } from 'preact'
import { COMPARED, type Duplicate } from '../../../casework/duplicates.ts'
import type { LookAlike, LookAlikes } from '../../../casework/look-alikes.ts'
import type { Alikeness } from '../../../dossiers/alike.ts'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { Facts } from '../../frame/facts.tsx'
import { Field } from '../../frame/field.tsx'
import { renderPeriod, renderSame } from '../render-duplicate.ts'
import { renderApplicant } from './applicant.ts'
import { Codes } from './codes.tsx'
import { StatusChip } from './status-chip.tsx'
import type { Trouble } from './trouble.ts'

export interface LookAlikesShown extends LookAlikes {
  /** Whether this person may close the dossier as a duplicate, and say that it is none. */
  mayClose: boolean
  mayTellApart: boolean
}

interface DecideProps {
  dossier: Pick<Dossier, 'id' | 'code' | 'revision'>
  csrf: string
  mayClose: boolean
  mayTellApart: boolean
}

interface CardProps extends LookAlikesShown {
  dossier: DecideProps['dossier']
  /** Such a dossier is compared with permits and by its time: somebody who approves it has to know that it was. */
  isOfPermits: boolean
  csrf: string
  agencyName: (code: string) => string
  typed?: Trouble | undefined
  /** What was found is read before anything is decided; where there is nothing, the form for a code comes last. */
  at: 'top' | 'end'
}

/** Dossiers that probably ask for the same, what they have in common, and what is decided of them. */
export const LookAlikesCard = ({ at, found, closed, agencyName, typed, isOfPermits, ...decide }: CardProps) => {
  const { mayClose } = decide
  const isFirst = found.length + closed.length > 0 || isOfPermits
  if (isFirst !== (at === 'top') || !(isFirst || mayClose)) return null
  return (
    <section class="card" aria-labelledby="alike">
      <h2 id="alike">{found.length > 0 ? 'Có thể trùng với hồ sơ khác' : 'Hồ sơ trùng'}</h2>
      {found.length === 0 && <p>{isOfPermits ? NO_COLLISION : 'Không thấy hồ sơ nào khác giống hồ sơ này.'}</p>}
      {closed.length > 0 && (
        <p>
          Đã đóng vì trùng với hồ sơ này: <Codes of={closed} />.
        </p>
      )}
      {found.length > 0 && (
        <ul class="history">
          {found.map((one) => (
            <li key={one.seen ? one.dossier.id : one.holder}>
              {one.seen ? <Seen {...{ one, ...decide }} /> : <Unseen where={agencyName(one.holder)} />}
            </li>
          ))}
        </ul>
      )}
      {isOfPermits && <p class="soft">So với mọi giấy còn hạn và {COMPARED} hồ sơ chưa duyệt mới nhất cùng loại.</p>}
      {mayClose && <OtherCode {...{ ...decide, typed }} isOneMore={found.length > 0} />}
    </section>
  )
}

const NO_COLLISION = 'Không thấy giấy hay hồ sơ nào trùng người hoặc trùng biển số trong thời gian này.'

const Seen = ({ one, ...decide }: DecideProps & { one: Extract<LookAlike, { seen: true }> }) => {
  const { dossier: other, goesOn } = one
  return (
    <>
      <p>
        <a class="code" href={`/staff/dossiers/${other.id}`}>
          {other.code}
        </a>{' '}
        <StatusChip status={other.status} />
      </p>
      <Facts soft of={[renderApplicant(other), `nộp lúc ${renderInstant(other.filedAt)}`]} />
      {'collision' in one ? <Collision {...one.collision} /> : <Alike {...one.alikeness} />}
      <p>
        <a href={`/staff/dossiers/${decide.dossier.id}/beside/${other.id}`}>Xem hai hồ sơ cạnh nhau</a>
      </p>
      <Decide {...decide} other={other.code} mayClose={decide.mayClose && goesOn} />
    </>
  )
}

const Alike = ({ isSameCitizen, same, differs }: Alikeness) => (
  <>
    <Named what="Giống" of={[...(isSameCitizen ? ['tài khoản Zalo'] : []), ...same.map(small)]} />
    <Named what="Khác" of={differs.map(small)} />
  </>
)

const Collision = (collision: Duplicate) => (
  <>
    <Named
      what={collision.of.type === 'permit' ? `Giấy số ${collision.of.number} còn hạn` : 'Cùng xin giấy'}
      of={[renderSame(collision)]}
    />
    <p>{renderPeriod(collision)}</p>
  </>
)

const Unseen = ({ where }: { where: string }) => (
  <p>
    Một hồ sơ giống vậy đang ở <b>{where}</b>. Ông/bà không xem được hồ sơ đó; xin hỏi cơ quan ấy trước khi giải quyết.
  </p>
)

const Named = ({ what, of }: { what: string; of: readonly string[] }) =>
  of.length === 0 ? null : (
    <p>
      <b>{what}:</b> {of.join(', ')}.
    </p>
  )

/** As it stands within a sentence. */
export const small = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label

/** Two buttons about this one and the other of that code. */
export const Decide = ({ other, mayClose, mayTellApart, ...decide }: DecideProps & { other: string }) => (
  <>
    {mayTellApart && (
      <Form {...decide} type="tell-apart" to={other}>
        <button type="submit" class="plain">
          Không trùng
        </button>
      </Form>
    )}
    {mayClose && (
      <Form {...decide} type="duplicate" to={other}>
        <button type="submit" class="danger" aria-describedby={`close-${other}`}>
          Trùng, đóng hồ sơ này
        </button>
        <p class="hint" id={`close-${other}`}>
          Hồ sơ {other} đi tiếp. Xem tin nhắn cho người dân trước khi gửi.
        </p>
      </Form>
    )}
  </>
)

interface FormProps extends Pick<DecideProps, 'dossier' | 'csrf'> {
  type: 'duplicate' | 'tell-apart'
  /** The code of the other one, unless it is asked for. */
  to?: string
  children: ComponentChildren
}

const Form = ({ dossier, csrf, type, to, children }: FormProps) => (
  <form method="post" action={`/staff/dossiers/${dossier.id}/${type}`} class="move">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="revision" value={dossier.revision} />
    {to !== undefined && <input type="hidden" name="to" value={to} />}
    {children}
  </form>
)

interface OtherCodeProps extends DecideProps {
  typed: Trouble | undefined
  /** Besides those that were found. */
  isOneMore: boolean
}

/** For a duplicate that an officer knows of and nobody has found. */
const OtherCode = ({ dossier, csrf, typed, isOneMore }: OtherCodeProps) => (
  <details open={typed?.type === 'duplicate'}>
    <summary>{isOneMore ? 'Trùng với một hồ sơ khác nữa' : 'Trùng với hồ sơ mà ông/bà biết mã'}</summary>
    <Form {...{ dossier, csrf }} type="duplicate">
      <Field
        id="same-as"
        label="Mã hồ sơ đi tiếp"
        hint={`Hồ sơ này được đóng. Ví dụ: ${dossier.code.replace(/\d{4}$/, '0001')}`}
        wrong={typed?.type === 'duplicate' ? typed.because : undefined}
      >
        {(described) => (
          <input
            {...{ ...described, name: 'to', value: typed?.type === 'duplicate' ? (typed.to ?? '') : '' }}
            required
            autocomplete="off"
          />
        )}
      </Field>
      <button type="submit" class="danger">
        Xem lại trước khi đóng
      </button>
    </Form>
  </details>
)

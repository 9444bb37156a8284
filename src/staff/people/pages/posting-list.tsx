import { ROLE_NAMES, type Posting } from '../../../dossiers/postings.ts'
import type { VietnamDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import { type NameOf, partOf, renderSpan, whereAt } from './posting-words.ts'

export interface PostingListProps {
  csrf: string
  /** Of the person's page. */
  path: string
  postings: readonly Posting[]
  mayEnd: (posting: Posting) => boolean
  nameOf: NameOf
  today: VietnamDay
  /** The form that was not carried out: of which posting, what was typed, and what is wrong with it. */
  ending?: { posting: Posting; until: string; wrong: string } | undefined
}

/** What somebody is there for, each with the way to end it. What has passed stays to be read. */
export const PostingList = ({ postings, ...rest }: PostingListProps) => {
  const past = postings.filter((it) => partOf(it, rest.today) === 'past')
  const live = postings.filter((it) => partOf(it, rest.today) !== 'past')
  return (
    <>
      {live.length === 0 && <p>Hiện không có vai trò nào, nên chỉ mở được trang tài khoản của mình.</p>}
      {live.map((posting, i) => (
        <Live key={i} {...{ ...rest, posting, i }} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>Vai trò trước đây ({past.length})</summary>
          <ul class="plain-list">
            {past.map((posting) => (
              <li>
                {whereAt(posting, rest.nameOf)}, {renderSpan(posting)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type LiveProps = Omit<PostingListProps, 'postings'> & { posting: Posting; i: number }

const Live = ({ csrf, path, posting, i, mayEnd, nameOf, today, ending }: LiveProps) => {
  const part = partOf(posting, today)
  const trouble = ending && isSame(ending.posting, posting) ? ending : undefined
  const key = (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="role" value={posting.role} />
      <input type="hidden" name="agency" value={posting.agency ?? ''} />
      <input type="hidden" name="since" value={posting.since} />
      <input type="hidden" name="shown" value={posting.until ?? ''} />
    </>
  )
  return (
    <div class="posting">
      <p>
        <b>{whereAt(posting, nameOf)}</b>
        <span class="soft">
          {' '}
          {part === 'coming' && 'chưa bắt đầu, '}
          {renderSpan(posting)}
        </span>
      </p>
      {mayEnd(posting) && (
        <details class="no-print" open={trouble !== undefined}>
          <summary>
            {part === 'coming' ? 'Bỏ hoặc đổi ngày cuối' : 'Kết thúc'}
            <span class="unseen"> vai trò {ROLE_NAMES[posting.role]}</span>
          </summary>
          <form method="post" action={`${path}/postings/end`}>
            {key}
            <Field id={`end-${i}`} label="Ngày làm việc cuối" wrong={trouble?.wrong}>
              {(described) => (
                <input
                  {...described}
                  type="date"
                  name="until"
                  required
                  value={trouble?.until ?? posting.until ?? today}
                />
              )}
            </Field>
            <button type="submit" class="plain">
              Ghi ngày cuối
            </button>
          </form>
          {part === 'coming' && (
            <form method="post" action={`${path}/postings/drop`}>
              {key}
              <button type="submit" class="danger">
                Bỏ vai trò này
              </button>
            </form>
          )}
        </details>
      )}
    </div>
  )
}

const isSame = (a: Posting, b: Posting): boolean => a.role === b.role && a.agency === b.agency && a.since === b.since

import { renderInstant } from '../../../kernel/clock.ts'
import type { ElsewhereVersion } from '../../../procedures/ports.ts'
import type { Foretold } from '../../../procedures/elsewhere/foretell.ts'
import { Field } from '../../frame/field.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { ELSEWHERE_PATH, ElsewhereFrame, entryPath } from './elsewhere-frame.tsx'
import { Answered } from './foretold.tsx'
import { renderAuthor } from './list-page.tsx'

const DONE = {
  published: 'Đã xuất bản. Người dân được chỉ như vậy từ bây giờ.',
  ended: 'Đã ngừng chỉ việc này.',
  unchanged: 'Giống hệt bản đang dùng, không có gì để xuất bản.',
} as const

export type ElsewhereDone = keyof typeof DONE
export const ELSEWHERE_DONE = Object.keys(DONE) as ElsewhereDone[]

export interface ElsewhereListProps {
  signedIn: SignedInAs
  mayEdit: boolean
  /** The newest publication of each, by name. */
  entries: readonly ElsewhereVersion[]
  done?: ElsewhereDone | undefined
  /** A sentence that was tried; `told` is absent when it took too long. */
  tried?: { sentence: string; told: Foretold | undefined }
}

/** What citizens ask for and cannot file here, and where they are sent. */
export const ElsewhereListPage = ({ signedIn, mayEdit, entries, done, tried }: ElsewhereListProps) => (
  <ElsewhereFrame signedIn={signedIn} title="Việc làm ở nơi khác" isList>
    <p class="soft">
      Người dân hỏi mà chưa nộp được tại đây: máy chỉ nơi làm, số điện thoại, đường dẫn.
      {!mayEdit && ' Tài khoản của ông/bà xem được, không sửa được.'}
    </p>
    {done && (
      <Notice>
        <p>{DONE[done]}</p>
      </Notice>
    )}
    {mayEdit && (
      <p class="no-print">
        <a class="button" href={`${ELSEWHERE_PATH}/new`}>
          Thêm việc
        </a>
      </p>
    )}
    {mayEdit && <Try csrf={signedIn.csrf} tried={tried} />}
    <table>
      <caption class="unseen">Việc làm ở nơi khác, theo tên</caption>
      <thead>
        <tr>
          <th scope="col">Việc</th>
          <th scope="col">Nơi làm</th>
          <th scope="col">Lần sửa cuối</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((row) => (
          <Row key={row.id} {...{ row, mayEdit }} />
        ))}
      </tbody>
    </table>
  </ElsewhereFrame>
)

const Row = ({ row, mayEdit }: { row: ElsewhereVersion; mayEdit: boolean }) => {
  const { id, entry, state, publishedBy, publishedAt } = row
  return (
    <tr>
      <td>
        {mayEdit ? <a href={entryPath(id)}>{entry.name}</a> : entry.name}{' '}
        {state === 'ended' && <span class="status stopped">Đã ngừng chỉ</span>}
      </td>
      <td>
        {entry.where}
        <span class="soft">
          {[entry.phone, entry.link].filter((it) => it !== undefined).join(' · ') || 'Tổng đài 1800 1096'}
        </span>
      </td>
      <td class="only-wide">
        {renderAuthor(publishedBy)}
        <span class="soft">{renderInstant(publishedAt)}</span>
      </td>
    </tr>
  )
}

const Try = ({ csrf, tried }: { csrf: string; tried: ElsewhereListProps['tried'] }) => (
  <section class="card no-print" aria-labelledby="try">
    <h2 id="try">Câu này dẫn đến đâu?</h2>
    <form method="post" action={`${ELSEWHERE_PATH}/try#try`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Field id="sentence" label="Câu người dân nhắn" hint="Ví dụ: mất bằng lái xe làm lại ở đâu">
        {(described) => (
          <input
            {...{ ...described, name: 'sentence', maxLength: 500, value: tried?.sentence ?? '' }}
            required
            autofocus={tried !== undefined}
          />
        )}
      </Field>
      <button type="submit" class="plain">
        Thử
      </button>
    </form>
    {tried && (
      <div role="status">
        {tried.told ? (
          <Answered answer={tried.told.now} />
        ) : (
          <p>Máy đang bận, chưa thử được. Xin bấm lại sau ít phút.</p>
        )}
      </div>
    )}
  </section>
)

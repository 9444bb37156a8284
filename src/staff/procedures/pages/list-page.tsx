import { renderInstant } from '../../../kernel/clock.ts'
import type { Overview } from '../../../procedures/overview.ts'
import { SEED } from '../../../procedures/publish.ts'
import { Field } from '../../frame/field.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { ELSEWHERE_PATH } from './elsewhere-frame.tsx'
import { pathOf } from './frame.tsx'
import { PLACE_WORDS } from './glossary.tsx'
import { UNHEARD_PATH } from './unheard-page.tsx'

interface ListProps {
  signedIn: SignedInAs
  mayEdit: boolean
  procedures: readonly Overview[]
  /** A name that could not be used for a new procedure. */
  trouble?: { name: string; because: string }
}

/** `flows/` is who publishes the files that came with the program. */
export const renderAuthor = (by: string): string => (by === SEED ? 'tệp cài sẵn' : by)

export const ProceduresPage = ({ signedIn, mayEdit, procedures, trouble }: ListProps) => (
  <Layout title="Thủ tục" signedIn={signedIn} at="procedures" stylesheet="/staff/procedures.css">
    <h1>Thủ tục</h1>
    <p class="soft">
      {procedures.length} thủ tục và phần trò chuyện chung. {PLACE_WORDS}
      {!mayEdit && ' Tài khoản của ông/bà xem và diễn tập được, không sửa được.'}
    </p>
    <ul class="ways no-print">
      <li>
        <a href={ELSEWHERE_PATH}>Việc làm ở nơi khác</a>
      </li>
      <li>
        <a href="/staff/replies">Câu trả lời mẫu</a>
      </li>
      {mayEdit && (
        <li>
          <a href={UNHEARD_PATH}>Câu người dân gõ mà máy chưa hiểu</a>
        </li>
      )}
    </ul>
    <table>
      <caption class="unseen">Thủ tục, theo tên</caption>
      <thead>
        <tr>
          <th scope="col">Thủ tục</th>
          <th scope="col">Đang dùng</th>
          <th scope="col">Bản nháp</th>
          <th scope="col" class="number">
            Đang làm dở
          </th>
        </tr>
      </thead>
      <tbody>
        {procedures.map((one) => (
          <tr key={one.flow}>
            <td>
              <a href={pathOf(one.flow)}>{one.name}</a>
              <span class="soft">{one.code ?? one.flow}</span>
              {one.aside !== undefined && (
                <span class="fresh">Người dân tạm chưa làm được thủ tục này: {one.aside}</span>
              )}
            </td>
            <td>
              {one.newest ? `Bản ${one.newest.version}.${one.newest.revision}` : 'Chưa xuất bản'}{' '}
              {one.newest?.withdrawn !== undefined && <span class="status stopped">Đang ngừng nhận</span>}
              {one.newest && (
                <span class="soft only-wide">
                  {renderAuthor(one.newest.publishedBy)}, {renderInstant(one.newest.publishedAt)}
                </span>
              )}
            </td>
            <td>
              <DraftCell {...one} />
            </td>
            <td class={one.inTheMiddle > 0 ? 'number' : 'number only-wide'}>
              <span class="only-phone">Đang làm dở: </span>
              {one.inTheMiddle}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {mayEdit && <NewProcedure csrf={signedIn.csrf} {...(trouble && { trouble })} />}
  </Layout>
)

const DraftCell = ({ draft, findings }: Overview) =>
  draft ? (
    <>
      {findings === undefined ? (
        <span class="status paused">Nháp, đang kiểm tra lại</span>
      ) : findings > 0 ? (
        <span class="status stopped">Nháp, {findings} lỗi</span>
      ) : (
        <span class="status running">Nháp, không lỗi</span>
      )}
      <span class="soft">
        {draft.savedBy}, {renderInstant(draft.savedAt)}
      </span>
    </>
  ) : (
    <span class="soft only-wide">Không có</span>
  )

const NAME_HINT =
  'Như người dân gọi, ví dụ: Đăng ký nuôi con nuôi. Bản nháp mở sẵn với vài câu hỏi mẫu; người dân chưa thấy gì cho đến khi xuất bản.'

const NewProcedure = ({ csrf, trouble }: { csrf: string; trouble?: { name: string; because: string } }) => (
  <details class="card new-procedure" {...(trouble && { open: true })}>
    <summary>Thêm thủ tục mới</summary>
    <form method="post" action="/staff/procedures">
      <input type="hidden" name="csrf" value={csrf} />
      <Field id="name" label="Tên thủ tục" hint={NAME_HINT} wrong={trouble?.because}>
        {(described) => (
          <input
            {...{ ...described, name: 'name', maxLength: 120, value: trouble?.name ?? '' }}
            required
            autofocus={trouble !== undefined}
          />
        )}
      </Field>
      <button type="submit">Tạo bản nháp</button>
    </form>
  </details>
)

import { LONGEST_NAME, type SavedList } from '../../../dossiers/saved-lists.ts'
import { Facts } from '../../frame/facts.tsx'
import { Field } from '../../frame/field.tsx'
import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import { listAddress } from '../list-query.ts'
import { SaveForm, type SaveFormProps } from './save-form.tsx'
import { SAVED_PATH } from './saved-nav.tsx'

interface SavedPageProps {
  signedIn: SignedInAs
  /** Each with whether this person may change it. */
  saved: readonly (SavedList & { mayChange: boolean })[]
  agencyName: (code: string) => string
  done?: 'renamed' | 'removed' | undefined
  /** One that could not be saved, to be typed on. */
  again?: Omit<SaveFormProps, 'csrf'>
  /** One that could not be named so. */
  renaming?: { id: string; name: string; wrong: string }
}

const DONE = { renamed: 'Đã đổi tên danh sách.', removed: 'Đã xóa danh sách. Hồ sơ trong đó vẫn còn.' } as const

/** Saved lists, to be named anew or removed. */
export const SavedPage = ({ signedIn, saved, agencyName, done, again, renaming }: SavedPageProps) => (
  <Layout title={`${(again ?? renaming) ? 'Lỗi: ' : ''}Danh sách đã lưu`} signedIn={signedIn} at="dossiers">
    <p class="no-print">
      <a href="/staff">← Danh sách hồ sơ</a>
    </p>
    <h1>Danh sách đã lưu</h1>
    {done && (
      <Notice>
        <p>{DONE[done]}</p>
      </Notice>
    )}
    {again && (
      <section class="card" aria-labelledby="again">
        <h2 id="again">Chưa lưu được</h2>
        <SaveForm csrf={signedIn.csrf} {...again} />
      </section>
    )}
    {saved.length === 0 && <p class="card empty">Chưa có danh sách nào. Ở một danh sách, chọn “Lưu danh sách này”.</p>}
    {saved.map((list) => (
      <section class="card" aria-labelledby={`l-${list.id}`} key={list.id}>
        <h2 id={`l-${list.id}`}>
          <a href={listAddress(list.query)}>{list.name}</a>
        </h2>
        <Facts soft of={[list.agency === null ? 'Chỉ tôi dùng' : `Dùng chung ở ${agencyName(list.agency)}`]} />
        {list.mayChange && (
          <Change {...{ list, csrf: signedIn.csrf }} {...(renaming?.id === list.id && { renaming })} />
        )}
      </section>
    ))}
  </Layout>
)

interface ChangeProps {
  list: SavedList
  csrf: string
  renaming?: { name: string; wrong: string }
}

const Change = ({ list, csrf, renaming }: ChangeProps) => (
  <div class="no-print">
    <details open={renaming !== undefined}>
      <summary>Đổi tên</summary>
      <form method="post" action={`${SAVED_PATH}/rename`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="id" value={list.id} />
        <Field id={`name-${list.id}`} label="Tên mới" wrong={renaming?.wrong}>
          {(described) => (
            <input
              {...{ ...described, name: 'name', value: renaming?.name ?? list.name, maxLength: LONGEST_NAME }}
              required
            />
          )}
        </Field>
        <button type="submit">Đổi tên</button>
      </form>
    </details>
    <form method="post" action={`${SAVED_PATH}/remove`}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="id" value={list.id} />
      <button type="submit" class="danger" aria-label={`Xóa danh sách ${list.name}`}>
        Xóa danh sách
      </button>
    </form>
  </div>
)

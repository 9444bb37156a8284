import { renderInstant } from '../../../kernel/clock.ts'
import type { Post } from '../../../permits/posts/posts.ts'
import type { PostForm, PostTroubles } from '../forms.ts'
import { Field } from '../../frame/field.tsx'
import { Notice } from '../../frame/notice.tsx'
import { PermitFrame, type PermitStaff } from './frame.tsx'

export interface PostsProps {
  staff: PermitStaff
  posts: readonly Post[]
  /** A form that was not carried out, with what was typed. */
  trouble?: { typed: PostForm; at: PostTroubles }
  /** A post was just closed. */
  hasClosed?: boolean
}

export const PostsPage = ({ staff, posts, trouble, hasClosed }: PostsProps) => (
  <PermitFrame {...{ staff, at: '/staff/posts', title: 'Chốt kiểm tra', failed: trouble !== undefined }}>
    {hasClosed && (
      <Notice>
        <p>Đã đóng chốt. Mọi máy của chốt đã bị đăng xuất.</p>
      </Notice>
    )}
    {trouble && (
      <Notice bad>
        <p>
          <b>Chưa mở chốt.</b> Xin sửa:
        </p>
        <ul class="plain-list">
          {FIELDS.filter(({ name }) => trouble.at[name]).map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{trouble.at[name]}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {posts.length === 0 ? (
      <p class="card empty">Chưa có chốt nào. Mở chốt đầu tiên bằng biểu mẫu dưới đây.</p>
    ) : (
      <table>
        <caption class="unseen">Các chốt, chốt đã đóng ở cuối</caption>
        <thead>
          <tr>
            <th scope="col">Chốt</th>
            <th scope="col">Vị trí</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Việc</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <Row key={post.id} post={post} csrf={staff.csrf} />
          ))}
        </tbody>
      </table>
    )}
    <OpenForm csrf={staff.csrf} {...(trouble && { trouble })} />
  </PermitFrame>
)

const Row = ({ post, csrf }: { post: Post; csrf: string }) => (
  <tr>
    <td>
      {post.name}
      <span class="soft">
        Mã chốt: <span class="code">{post.id}</span>
      </span>
    </td>
    <td data-label="Vị trí" class="place">
      {post.place ? `${post.place.latitude}, ${post.place.longitude}` : 'chưa ghi'}
    </td>
    <td data-label="Tình trạng">
      {post.closedAt === undefined
        ? `Đang mở từ ${renderInstant(post.openedAt)}`
        : `Đã đóng lúc ${renderInstant(post.closedAt)}`}
    </td>
    <td>
      {post.closedAt === undefined && (
        <div class="pair no-print">
          <form method="post" action={`/staff/posts/${post.id}/code`}>
            <input type="hidden" name="csrf" value={csrf} />
            <button type="submit" class="plain" aria-describedby="new-code">
              Cấp mã đăng nhập mới<span class="unseen"> cho {post.name}</span>
            </button>
          </form>
          <a class="button plain" href={`/staff/posts/${post.id}/phones`}>
            Máy đang đăng nhập<span class="unseen"> ở {post.name}</span>
          </a>
          <a class="button plain" href={`/staff/posts/${post.id}/close`}>
            Đóng chốt<span class="unseen"> {post.name}</span>
          </a>
        </div>
      )}
    </td>
  </tr>
)

const FIELDS = [
  { name: 'name', label: 'Tên chốt', hint: 'Ví dụ: Chốt cầu Hộ Phòng' },
  { name: 'id', label: 'Mã chốt', hint: 'Chữ không dấu, số, gạch nối. Ví dụ: cau-ho-phong' },
  { name: 'latitude', label: 'Vĩ độ (không bắt buộc)', hint: 'Ví dụ: 9.2283' },
  { name: 'longitude', label: 'Kinh độ (không bắt buộc)', hint: 'Ví dụ: 105.4247' },
] as const

const OpenForm = ({ csrf, trouble }: { csrf: string; trouble?: NonNullable<PostsProps['trouble']> }) => (
  <section class="card no-print" aria-labelledby="open">
    <h2 id="open">Mở chốt mới</h2>
    <p class="soft" id="new-code">
      Mã đăng nhập chỉ hiện một lần. Cấp mã mới thì mọi máy của chốt phải đăng nhập lại.
    </p>
    <form method="post" action="/staff/posts">
      <input type="hidden" name="csrf" value={csrf} />
      {FIELDS.map(({ name, label, hint }) => (
        <Field key={name} {...{ id: name, label, hint }} wrong={trouble?.at[name]}>
          {(described) => (
            <input
              {...{ ...described, name, value: trouble?.typed[name] ?? '', maxLength: 80, autocomplete: 'off' }}
              required={name === 'name' || name === 'id'}
            />
          )}
        </Field>
      ))}
      <button type="submit">Mở chốt</button>
    </form>
  </section>
)

import { Layout, type SignedInAs } from '../../frame/layout.tsx'

/** Before an administrator goes to Zalo: what will be asked there, and by when to be back. */
export const ZaloPage = (signedIn: SignedInAs) => (
  <Layout title="Kết nối tài khoản Zalo" signedIn={signedIn}>
    <section class="card narrow">
      <h1>Kết nối tài khoản Zalo của cơ quan</h1>
      <p>
        Zalo sẽ hỏi ông/bà có cho chương trình này trả lời người dân thay tài khoản Official Account của tỉnh không.
        Ông/bà cần là quản trị viên của tài khoản đó, chọn đúng tài khoản, và đồng ý trong vòng 10 phút trên chính trình
        duyệt này.
      </p>
      <form method="post" action="/staff/zalo">
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <button type="submit">Sang Zalo để đồng ý</button>
      </form>
    </section>
  </Layout>
)

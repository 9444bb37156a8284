import { Layout, type SignedInAs } from './layout.tsx'

/** Before an administrator goes to Zalo: what will be asked there, and by when to be back. */
export const ZaloPage = (signedIn: SignedInAs) => (
  <Layout title="Kết nối Official Account" signedIn={signedIn}>
    <section class="card narrow">
      <h1>Kết nối Official Account</h1>
      <p>
        Zalo sẽ hỏi ông/bà có cho chương trình này trả lời người dân thay tài khoản của tỉnh không. Ông/bà cần là quản
        trị viên của Official Account đó, chọn đúng tài khoản, và đồng ý trong vòng 10 phút trên chính trình duyệt này.
      </p>
      <form method="post" action="/staff/zalo">
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <button type="submit">Sang Zalo để đồng ý</button>
      </form>
    </section>
  </Layout>
)

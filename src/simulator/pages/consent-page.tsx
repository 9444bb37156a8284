import { render } from 'preact-render-to-string'

/** Where the OA's administrator allows the app to act for it. `agree` is the query that says yes. */
export const renderConsentPage = (asked: { oaName: string; agree: string; redirectUri: string }): string =>
  `<!doctype html>${render(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Cấp quyền cho ứng dụng (mô phỏng)</title>
        <link rel="stylesheet" href="/simulator/assets/chat.css" />
      </head>
      <body class="consent">
        <main class="sheet">
          <span class="avatar large" aria-hidden="true" />
          <h1>{asked.oaName}</h1>
          <p>Ứng dụng xin quyền gửi và nhận tin nhắn thay tài khoản này.</p>
          <p class="small">Sau khi đồng ý, trình duyệt trở về {asked.redirectUri}</p>
          <a class="start" href={asked.agree}>
            Đồng ý cấp quyền
          </a>
          <p class="small">
            <span class="badge">Mô phỏng</span> Trang này đóng vai Zalo để thử nghiệm.
          </p>
        </main>
      </body>
    </html>,
  )}`

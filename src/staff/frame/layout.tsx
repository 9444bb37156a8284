import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'

export interface SignedInAs {
  name: string
  csrf: string
}

interface LayoutProps {
  title: string
  /** Absent before signing in. */
  signedIn?: SignedInAs
  /** Which part the page belongs to. */
  at?: 'dossiers' | 'permits' | 'procedures'
  /** Besides the one of all pages. */
  stylesheet?: string
  script?: string
  /** Has keys of its own: the page lets scripts of the desk run. */
  keys?: boolean
  /** Uses the whole width of a large screen. */
  wide?: boolean
  children: ComponentChildren
}

/** What stands before the count of what somebody was told; the count is put in when the page leaves. */
export const BELL = { href: '/staff/notices', label: 'Nhắc việc' }

/** The frame of every staff page. */
export const Layout = ({ title, signedIn, at, stylesheet, script, keys, wide, children }: LayoutProps) => (
  <html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Một Cửa`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/staff/staff.css" />
      <link rel="stylesheet" href="/staff/print.css" media="print" />
      {stylesheet && <link rel="stylesheet" href={stylesheet} />}
      {script && <script type="module" src={script} />}
      {keys && <script type="module" src="/staff/keys.js" />}
    </head>
    <body>
      <a class="skip" href="#main">
        Đến nội dung chính
      </a>
      <header class="top">
        <div>
          <a class="brand" href="/staff">
            Một Cửa<span class="only-wide"> · Cán bộ</span>
          </a>
          {signedIn && (
            <nav class="halves" aria-label="Phần">
              <a href="/staff" {...(at === 'dossiers' && { 'aria-current': 'true' as const })}>
                Hồ sơ
              </a>
              <a href="/staff/permits/waiting" {...(at === 'permits' && { 'aria-current': 'true' as const })}>
                Giấy
              </a>
              <a href="/staff/procedures" {...(at === 'procedures' && { 'aria-current': 'true' as const })}>
                Thủ tục
              </a>
            </nav>
          )}
          {signedIn && (
            <div class="who">
              <a class="bell" href={BELL.href}>
                {BELL.label}
              </a>
              <a href="/staff/account">
                <span class="unseen">Tài khoản của tôi: </span>
                {signedIn.name}
              </a>
              <form method="post" action="/staff/logout">
                <input type="hidden" name="csrf" value={signedIn.csrf} />
                <button type="submit">Đăng xuất</button>
              </form>
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} {...(wide && { class: 'wide' })}>
        {children}
      </main>
    </body>
  </html>
)

export const toPage = (page: preact.JSX.Element): string => `<!doctype html>${render(page)}`

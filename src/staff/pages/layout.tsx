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
  children: ComponentChildren
}

/** The frame of every staff page. */
export const Layout = ({ title, signedIn, children }: LayoutProps) => (
  <html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Một Cửa`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/staff/staff.css" />
    </head>
    <body>
      <a class="skip" href="#main">
        Đến nội dung chính
      </a>
      <header class="top">
        <div>
          <a href="/staff">Một Cửa · Cán bộ</a>
          {signedIn && (
            <div class="who">
              <span>{signedIn.name}</span>
              <form method="post" action="/staff/logout">
                <input type="hidden" name="csrf" value={signedIn.csrf} />
                <button type="submit">Đăng xuất</button>
              </form>
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </body>
  </html>
)

export const toPage = (page: preact.JSX.Element): string => `<!doctype html>${render(page)}`

import { renderToString } from 'preact-render-to-string'
import { renderInstant } from '../kernel/clock.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import { VerdictDetails } from './verdict-details.tsx'
import { VerdictIcon } from './verdict-icon.tsx'
import { renderAdvice, VERDICT_WORDS, type Shown } from './verdict-words.ts'

/** What an officer sees after scanning, on one screen and without a script. `css` is ours and stands in the page. */
export const renderPermitPage = (props: PageProps): string => `<!doctype html>${renderToString(<Page {...props} />)}`

interface PageProps {
  shown: Shown
  now: number
  css: string
  kinds: PermitKinds
  /** The holder's own view, when there is one. */
  holderPath?: string
}

/** What kind of permit it claims to be; nothing when no claim can be believed. */
const nameOf = (shown: Shown, kinds: PermitKinds): string =>
  ('claims' in shown && kinds.ofPurpose(shown.claims.purpose)?.title) || 'Giấy có mã QR'

const Page = ({ shown, now, css, kinds, holderPath }: PageProps) => (
  <html lang="vi" class={shown.verdict}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{`${VERDICT_WORDS[shown.verdict]} · ${nameOf(shown, kinds)}`}</title>
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </head>
    <body>
      <main>
        <header>
          <VerdictIcon verdict={shown.verdict} />
          <h1>{VERDICT_WORDS[shown.verdict]}</h1>
          <p>{renderAdvice(shown)}</p>
        </header>
        {'claims' in shown && <VerdictDetails claims={shown.claims} renderPurpose={kinds.renderPurpose} />}
      </main>
      <footer>
        <p>
          {nameOf(shown, kinds)}, kiểm tra lúc <time>{renderInstant(now)}</time>
        </p>
        {holderPath !== undefined && (
          <p>
            <a href={holderPath}>Tôi là người có giấy này</a>
          </p>
        )}
      </footer>
    </body>
  </html>
)

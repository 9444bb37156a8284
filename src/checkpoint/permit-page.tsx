import { renderToString } from 'preact-render-to-string'
import { renderInstant } from '../kernel/clock.ts'
import { renderPurpose } from '../permits/purposes.ts'
import { VerdictDetails } from './verdict-details.tsx'
import { VerdictIcon } from './verdict-icon.tsx'
import { renderAdvice, VERDICT_WORDS, type Shown } from './verdict-words.ts'

/** What an officer sees after scanning, on one screen and without a script. `css` is ours and stands in the page. */
export const renderPermitPage = (shown: Shown, now: number, css: string): string =>
  `<!doctype html>${renderToString(<Page shown={shown} now={now} css={css} />)}`

const Page = ({ shown, now, css }: { shown: Shown; now: number; css: string }) => (
  <html lang="vi" class={shown.verdict}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{`${VERDICT_WORDS[shown.verdict]} · Giấy đi đường`}</title>
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </head>
    <body>
      <header>
        <VerdictIcon verdict={shown.verdict} />
        <h1>{VERDICT_WORDS[shown.verdict]}</h1>
        <p>{renderAdvice(shown)}</p>
      </header>
      {'claims' in shown && <VerdictDetails claims={shown.claims} renderPurpose={renderPurpose} />}
      <footer>
        Giấy đi đường · kiểm tra <time>{renderInstant(now)}</time>
      </footer>
    </body>
  </html>
)

import { renderToString } from 'preact-render-to-string'
import { renderArea } from '../kernel/areas.ts'
import { renderInstant } from '../kernel/clock.ts'
import { renderNumber } from '../permits/number.ts'
import type { PermitClaims } from '../permits/permit.ts'
import { renderPurpose } from '../permits/purposes.ts'
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
      {'claims' in shown && <Details claims={shown.claims} />}
      <footer>
        Giấy đi đường · kiểm tra <time>{renderInstant(now)}</time>
      </footer>
    </body>
  </html>
)

const Details = ({ claims }: { claims: PermitClaims }) => (
  <main>
    {claims.plate ? <Plate plate={claims.plate} /> : <p class="no-plate">Đi không kèm biển số xe</p>}
    <p class="name">{claims.name}</p>
    <dl>
      <Row label="Căn cước" class="id">
        <span aria-hidden="true">•••• </span>
        <span class="spoken">4 số cuối </span>
        {claims.idLast4}
      </Row>
      <Row label="Hiệu lực từ">{renderInstant(claims.validFrom * 1000)}</Row>
      <Row label="Đến">{renderInstant(claims.validUntil * 1000)}</Row>
      <Row label="Tuyến">{`${renderArea(claims.from)} – ${renderArea(claims.to)}`}</Row>
      <Row label="Mục đích">{renderPurpose(claims.purpose)}</Row>
      <Row label="Số giấy">{renderNumber(claims.id)}</Row>
    </dl>
  </main>
)

/** Breaks between its groups only, as on the vehicle. */
const Plate = ({ plate }: { plate: string }) => (
  <p class="plate">
    {plate.split(' ').map((group) => (
      <>
        <span>{group}</span>{' '}
      </>
    ))}
  </p>
)

const Row = (row: { label: string; class?: string; children: preact.ComponentChildren }) => (
  <div class={row.class}>
    <dt>{row.label}</dt>
    <dd>{row.children}</dd>
  </div>
)

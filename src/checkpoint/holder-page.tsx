import { renderToString } from 'preact-render-to-string'
import type { BitMatrix } from 'qrcode'
import { QUIET_ZONE, qrPath } from '../permits/paper/qr-path.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import { renderTerms } from '../permits/code/render-terms.ts'
import { VERDICT_WORDS, type Shown } from './verdict-words.ts'

/**
 * Runs the clock by the agency's time. A picture of the page stands still, which an officer sees at a glance; the
 * moving stripe says the same where scripts are off.
 */
export const HOLDER_CLOCK = `(()=>{const c=document.getElementById('clock'),o=Number(c.dataset.now)-Date.now();const t=()=>{c.textContent=new Date(Date.now()+o+252e5).toISOString().slice(11,19)};t();setInterval(t,500)})()`

interface HolderProps {
  permit: Permit
  shown: Shown
  qr: BitMatrix
  kinds: PermitKinds
  now: number
  css: string
}

/** The holder's own view: the code as large as the phone allows, what stands on the vehicle, and a clock that runs. */
export const renderHolderPage = (props: HolderProps): string => `<!doctype html>${renderToString(<Page {...props} />)}`

const Page = ({ permit, shown, qr, kinds, now, css }: HolderProps) => {
  const kind = kinds.find(permit.kind)
  const size = qr.size + 2 * QUIET_ZONE
  const script = HOLDER_CLOCK
  return (
    <html lang="vi" class={`holder ${shown.verdict}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${kind?.title ?? 'Giấy có mã QR'} ${permit.number}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <header>
          <h1>{kind?.title}</h1>
          <p>
            {VERDICT_WORDS[shown.verdict]}
            {shown.verdict === 'early' && `. Giấy của ông/bà dùng được từ ${renderInstant(shown.from)}.`}
          </p>
        </header>
        <main>
          {permit.plate && <p class="plate">{permit.plate}</p>}
          <svg
            class="code"
            viewBox={`0 0 ${size} ${size}`}
            role="img"
            aria-label="Mã QR để cán bộ quét"
            shape-rendering="crispEdges"
          >
            <rect width={size} height={size} fill="#fff" />
            <path d={qrPath(qr)} fill="#000" />
          </svg>
          <p class="until">
            Đến <strong>{renderInstant(permit.validUntil)}</strong>
          </p>
          {permit.terms && <p class="until">{renderTerms(permit.terms)}</p>}
          <p class="number">
            {permit.name}, số {permit.number}
          </p>
          <p class="live">
            <time id="clock" data-now={now}>
              {renderInstant(now).slice(0, 5)}
            </time>
          </p>
          <p class="print">
            <a href={`/p/pdf/${permit.digits}`}>Bản để in (PDF)</a>
          </p>
        </main>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  )
}

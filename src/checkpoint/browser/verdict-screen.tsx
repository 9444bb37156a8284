import { useEffect, useRef } from 'preact/hooks'
import { VerdictDetails } from '../verdict-details.tsx'
import { VerdictIcon } from '../verdict-icon.tsx'
import type { ShownVerdict } from './shown-verdict.ts'

interface VerdictProps {
  verdict: ShownVerdict
  /** What kind of permit it is, when the code says so. */
  title?: string
  renderPurpose: (code: number) => string
  onNext: () => void
}

/** Time to compare plate and card; after that the camera looks again by itself. Never after a warning. */
const GREEN_STAYS = 12_000

/** The whole screen in one colour, one word, one drawing. */
export function VerdictScreen({ verdict, title, renderPurpose, onNext }: VerdictProps) {
  const { colour, tone, word, advice, shown } = verdict
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    next.current?.focus({ preventScroll: true })
    if (colour !== 'green') return undefined
    const timer = setTimeout(onNext, GREEN_STAYS)
    return () => clearTimeout(timer)
  }, [verdict])
  return (
    <main class={`verdict ${tone}`} data-colour={colour} data-verdict={shown.verdict}>
      <div class="answer" role="alert">
        <VerdictIcon verdict={tone === 'unsure' ? 'unknown' : tone} />
        <h1>{word}</h1>
        <p>{advice}</p>
      </div>
      {'claims' in shown && <VerdictDetails claims={shown.claims} renderPurpose={renderPurpose} />}
      <footer>
        {title && <p>{title}</p>}
        <button ref={next} class="main" onClick={onNext}>
          Quét tiếp
        </button>
      </footer>
    </main>
  )
}

import type { Shown } from './verdict-words.ts'

/** One drawing for each verdict, so that the answer does not hang on colour alone. Stroked in the colour of the text. */
const PATHS: Record<Shown['verdict'], string> = {
  valid: 'M12 34 27 49 53 17',
  early: 'M32 16V33L43 40M32 6a26 26 0 1 0 .1 0',
  expired: 'M18 8H46M18 56H46M22 8V17L42 47V56M42 8V17L22 47V56',
  revoked: 'M14 14 50 50M32 6a26 26 0 1 0 .1 0',
  forged: 'M16 16 48 48M48 16 16 48',
  unknown: 'M21 22C21 8 45 8 45 22 45 32 32 31 32 43M32 54V55',
}

export const VerdictIcon = ({ verdict }: { verdict: Shown['verdict'] }) => (
  <svg viewBox="0 0 64 64" aria-hidden="true">
    <path d={PATHS[verdict]} />
  </svg>
)

import type { ComponentChildren } from 'preact'

interface FactsProps {
  /** What is empty is left out, and no separator is left behind. */
  of: readonly ComponentChildren[]
  soft?: boolean
}

/** Short facts on one line, kept apart by the style sheet, which draws nothing at the ends of a line that breaks. */
export const Facts = ({ of, soft }: FactsProps) => (
  <p class={soft ? 'facts soft' : 'facts'}>
    {of.filter(isSomething).map((fact) => (
      <>
        <span>{fact}</span>{' '}
      </>
    ))}
  </p>
)

const isSomething = (fact: ComponentChildren): boolean =>
  typeof fact === 'string' ? fact.trim() !== '' : fact !== undefined && fact !== null && typeof fact !== 'boolean'

import type { VNode } from 'preact'

interface Described {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface FieldProps {
  /** Of the input; links in a summary lead to it. */
  id: string
  label: string
  hint?: string | undefined
  /** What to change in this very field, with an example. */
  wrong?: string | undefined
  children: (described: Described) => VNode
}

/** A field with its label, its hint, and between them and the input what is wrong with it, so that it is heard with it. */
export const Field = ({ id, label, hint, wrong, children }: FieldProps) => {
  const about = [hint && `hint-${id}`, wrong && `wrong-${id}`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`hint-${id}`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`wrong-${id}`}>
          {wrong}
        </p>
      )}
      {children({ id, ...(about && { 'aria-describedby': about }), ...(wrong && { 'aria-invalid': true as const }) })}
    </div>
  )
}

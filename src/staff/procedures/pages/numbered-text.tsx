interface NumberedTextProps {
  name: 'source' | 'cases'
  label: string
  hint: string
  text: string
  /** Lines with a mistake, counted from 1. */
  marked: ReadonlySet<number>
  isReadOnly: boolean
}

/** A text with its line numbers. Both are as tall as the text and move together, so that no script has to align them. */
export const NumberedText = ({ name, label, hint, text, marked, isReadOnly }: NumberedTextProps) => {
  const lines = text.split('\n').length
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <div class={`numbered ${name}`}>
        <ol class="numbers" aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            <li key={i} id={`${name}-${i + 1}`} {...(marked.has(i + 1) && { class: 'marked' })} />
          ))}
        </ol>
        <textarea
          id={name}
          name={name}
          rows={lines}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-describedby={marked.size > 0 ? `${name}-hint findings` : `${name}-hint`}
          {...(marked.size > 0 && { 'aria-invalid': true })}
          {...(isReadOnly && { readOnly: true })}
          // A browser drops the first line break of a textarea.
          value={`\n${text}`}
        />
      </div>
    </div>
  )
}

import type { DiffLine } from '../../../procedures/compare.ts'

const SIGNS = { same: ' ', added: '+', removed: '−' } as const
const WORDS = { same: '', added: 'Thêm: ', removed: 'Bỏ: ' } as const

/** Two texts side by side in one column: a sign and a word tell what colour tells. */
export const Diff = ({ lines, label }: { lines: readonly DiffLine[]; label: string }) =>
  lines.some(({ kind }) => kind === 'added' || kind === 'removed') ? (
    <div class="diff" role="region" aria-label={label} tabIndex={0}>
      {lines.map((line, i) =>
        line.kind === 'skipped' ? (
          <div key={i} class="skipped">
            … {line.lines} dòng giống nhau …
          </div>
        ) : (
          <div key={i} class={line.kind}>
            <span class="at" aria-hidden="true">
              {line.after ?? line.before}
            </span>
            <span class="sign" aria-hidden="true">
              {SIGNS[line.kind]}
            </span>
            <span class="unseen">{WORDS[line.kind]}</span>
            <code>{line.text}</code>
          </div>
        ),
      )}
    </div>
  ) : (
    <p class="soft">Không có gì khác.</p>
  )

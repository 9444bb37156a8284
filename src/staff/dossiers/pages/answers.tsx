import type { FiledAnswer } from '../../../dossiers/dossier.ts'
import { mask } from '../../../kernel/text.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Files } from './files.tsx'
import { WithPhones } from './with-phones.tsx'

interface AnswersProps {
  answers: readonly FiledAnswer[]
  files: DossierFiles
}

/** The answers as filed, in the order of the questions. */
export const Answers = ({ answers, files }: AnswersProps) => (
  <dl class="answers">
    {answers.map((answer) => (
      <>
        <dt>{answer.label}</dt>
        <dd>
          <Shown {...answer} />
          {answer.attachments && <Files ids={answer.attachments} files={files} of={answer.label.toLowerCase()} />}
        </dd>
      </>
    ))}
  </dl>
)

const Shown = (answer: FiledAnswer) => {
  if (isIdentityNumber(answer)) return <Masked digits={answer.value} />
  return answer.shown ? <WithPhones text={answer.shown} /> : <span class="soft">Không có</span>
}

/** A CCCD has 12 digits, the old CMND 9; phone numbers have 10 and instants 13, so the shape alone tells. */
const isIdentityNumber = ({ value }: FiledAnswer): boolean => /^(\d{9}|\d{12})$/.test(value)

/** Whole only when an officer opens it, so that a screen seen in passing gives nothing away. */
const Masked = ({ digits }: { digits: string }) => (
  <details class="inline">
    <summary>
      <span class="code">{mask(digits)}</span>
      <span class="more">Hiện đủ số</span>
    </summary>
    <span class="code">{digits}</span>
  </details>
)

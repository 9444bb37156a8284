import { nearPlace } from '../../../conversation/checks/address.ts'
import { readPlacePoint } from '../../../conversation/checks/coordinates.ts'
import type { FiledAnswer } from '../../../dossiers/dossier.ts'
import type { DossierId } from '../../../kernel/ids.ts'
import { mask } from '../../../kernel/text.ts'
import type { DossierFiles } from '../dossier-files.ts'
import { Files } from './files.tsx'
import { WithPhones } from './with-phones.tsx'

interface AnswersProps {
  answers: readonly FiledAnswer[]
  files: DossierFiles
  dossier: DossierId
  /** Keys of those that whoever looks may put right. */
  correctable: ReadonlySet<string>
}

/** The answers as filed, in the order of the questions. */
export const Answers = ({ answers, files, dossier, correctable }: AnswersProps) => (
  <dl class="answers">
    {answers.map((answer) => (
      <>
        <dt>{answer.label}</dt>
        {correctable.has(answer.key) ? (
          <dd class="apart">
            <div>
              <Answer answer={answer} files={files} />
            </div>
            <a class="more" href={`/staff/dossiers/${dossier}/correct/${encodeURIComponent(answer.key)}`}>
              Sửa<span class="unseen"> {answer.label.toLowerCase()}</span>
            </a>
          </dd>
        ) : (
          <dd>
            <Answer answer={answer} files={files} />
          </dd>
        )}
      </>
    ))}
  </dl>
)

/** One answer, with its files. `of`: what tells them from others of the same name, for those who hear the page. */
export const Answer = ({ answer, files, of = '' }: { answer: FiledAnswer; files: DossierFiles; of?: string }) => (
  <>
    <Shown {...answer} />
    {answer.attachments && <Files ids={answer.attachments} files={files} of={`${answer.label.toLowerCase()}${of}`} />}
  </>
)

const Shown = (answer: FiledAnswer) => {
  if (isIdentityNumber(answer)) return <Masked digits={answer.value} />
  const point = readPlacePoint(answer.shown)
  if (point)
    return (
      <>
        {nearPlace(answer.shown)}{' '}
        <a href={mapOf(point)} target="_blank" rel="noreferrer">
          Xem bản đồ
        </a>
      </>
    )
  return answer.shown ? <WithPhones text={answer.shown} /> : <span class="soft">Không có</span>
}

/** Opened by the officer alone; the address says a point and nothing of the dossier. */
const mapOf = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`

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

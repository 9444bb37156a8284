import { nearPlace } from '../../../conversation/checks/address.ts'
import { readPlacePoint } from '../../../conversation/checks/coordinates.ts'
import type { FiledAnswer } from '../../../dossiers/dossier.ts'
import { isIdentityNumber, maskedAnswer } from '../../../dossiers/masked.ts'
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
  /** What stood there before a desk put it right, by key. */
  before: ReadonlyMap<string, FiledAnswer>
}

/** The answers as filed, in the order of the questions. */
export const Answers = ({ answers, files, dossier, correctable, before }: AnswersProps) => (
  <dl class="answers">
    {answers.map((answer) => (
      <>
        <dt>{answer.label}</dt>
        {correctable.has(answer.key) ? (
          <dd class="apart">
            <div>
              <Answer answer={answer} files={files} />
              <Before answer={before.get(answer.key)} />
            </div>
            <a class="more" href={`/staff/dossiers/${dossier}/correct/${encodeURIComponent(answer.key)}`}>
              Sửa<span class="unseen"> {answer.label.toLowerCase()}</span>
            </a>
          </dd>
        ) : (
          <dd>
            <Answer answer={answer} files={files} />
            <Before answer={before.get(answer.key)} />
          </dd>
        )}
      </>
    ))}
  </dl>
)

const Before = ({ answer }: { answer: FiledAnswer | undefined }) =>
  answer ? <p class="soft">Trước khi cơ quan sửa: {maskedAnswer(answer)}</p> : null

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

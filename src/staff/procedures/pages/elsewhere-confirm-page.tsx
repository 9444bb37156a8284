import type { Foretold } from '../../../procedures/elsewhere/foretell.ts'
import type { EntryVerdict } from '../../../procedures/elsewhere/verdict.ts'
import type { Weighed } from '../../../procedures/elsewhere/weigh.ts'
import { Field } from '../../frame/field.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { Notice } from '../../frame/notice.tsx'
import type { EntryFields } from '../elsewhere-form.ts'
import { ELSEWHERE_PATH, ElsewhereFrame } from './elsewhere-frame.tsx'
import { WeighedList } from './elsewhere-weighed.tsx'
import { Answered, ForetoldList } from './foretold.tsx'

interface EntryConfirmProps {
  signedIn: SignedInAs
  fields: EntryFields
  says: readonly string[]
  weighed: Weighed
  verdict: EntryVerdict
  /** What citizens are answered who say its first sentence. */
  example: Foretold | undefined
  tried: readonly Foretold[]
  trouble?: string | undefined
}

const VERDICTS: Record<EntryVerdict, string> = {
  refused: 'Chưa xuất bản được: việc này sẽ kéo người dân khỏi thủ tục làm được ở đây.',
  look: 'Xin xem những câu dưới đây trước khi xuất bản.',
  fine: 'Xuất bản được.',
}

/** The last look before citizens are told. */
export const EntryConfirmPage = (props: EntryConfirmProps) => {
  const { signedIn, fields, says, weighed, verdict, example, tried, trouble } = props
  return (
    <ElsewhereFrame
      signedIn={signedIn}
      title={`Xem trước: ${fields.name}`}
      failed={trouble !== undefined || verdict === 'refused'}
    >
      <Notice bad={verdict === 'refused' || trouble !== undefined}>
        <p>
          <strong>{trouble ?? VERDICTS[verdict]}</strong>
        </p>
      </Notice>
      {example && (
        <section class="card" aria-labelledby="read">
          <h2 id="read">Người dân đọc</h2>
          <p class="soft">Khi nhắn “{example.sentence}”:</p>
          <Answered answer={example.then} />
        </section>
      )}
      <section class="card" aria-labelledby="change">
        <h2 id="change">Điều sẽ đổi</h2>
        <WeighedList {...{ weighed, says }} />
      </section>
      <form class="card" method="post" action={`${ELSEWHERE_PATH}/publish`}>
        <Kept {...{ fields, csrf: signedIn.csrf }} />
        {verdict === 'look' && (
          <label class="meant">
            <input type="checkbox" name="meant" value="yes" />
            Tôi đã xem các câu trên, đúng ý tôi
          </label>
        )}
        <div class="pair">
          {verdict !== 'refused' && <button type="submit">Xuất bản ngay</button>}
          <button type="submit" class="plain" formaction={`${ELSEWHERE_PATH}/edit`}>
            Chưa, sửa lại
          </button>
        </div>
      </form>
      <section class="card" aria-labelledby="try">
        <h2 id="try">Thử câu khác</h2>
        <ForetoldList all={tried} />
        <form method="post" action={`${ELSEWHERE_PATH}/check`}>
          <Kept fields={{ ...fields, tries: '' }} csrf={signedIn.csrf} />
          <Field id="tries" label="Câu người dân nhắn" hint="Mỗi dòng một câu, nhiều nhất 5 câu.">
            {(described) => <textarea {...{ ...described, name: 'tries', rows: 3, value: fields.tries }} required />}
          </Field>
          <button type="submit" class="plain">
            Thử
          </button>
        </form>
      </section>
    </ElsewhereFrame>
  )
}

const KEPT = ['id', 'name', 'where', 'phone', 'link', 'code', 'note', 'source', 'says', 'why', 'taught'] as const

/** Everything that was typed, on to the next page. */
const Kept = ({ fields, csrf }: { fields: EntryFields; csrf: string }) => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="revision" value={fields.revision} />
    {KEPT.map((field) => (
      <input key={field} type="hidden" name={field} value={fields[field]} />
    ))}
    {fields.near.map((flow) => (
      <input key={flow} type="hidden" name="near" value={flow} />
    ))}
    {fields.tries !== '' && <input type="hidden" name="tries" value={fields.tries} />}
  </>
)

import type { DiffLine } from '../../../procedures/compare.ts'
import type { Examined } from '../../../procedures/examine.ts'
import type { FlowVersion } from '../../../procedures/ports.ts'
import type { Edition } from '../../../procedures/ports.ts'
import type { SignedInAs } from '../../frame/layout.tsx'
import { consequencesOf, renderDifference, renderEdition } from '../../../procedures/consequences.ts'
import { Diff } from './diff.tsx'
import { ProcedureFrame, pathOf } from './frame.tsx'
import { Explained } from './glossary.tsx'

interface ConfirmProps {
  signedIn: SignedInAs
  flow: string
  name: string
  code?: string | undefined
  newest: FlowVersion | undefined
  examined: Examined
  difference: readonly DiffLine[]
  /** What is confirmed: the draft of that revision, or an earlier publication. */
  of: { type: 'draft'; revision: number } | { type: 'earlier'; place: Edition }
  /** Why the last try did nothing. */
  trouble?: string | undefined
  mayEdit: boolean
}

/** The last look before citizens see it: what changes, and for whom. */
export const ConfirmPage = (props: ConfirmProps) => {
  const { signedIn, flow, name, code, newest, examined, difference, of, trouble, mayEdit } = props
  const isDraft = of.type === 'draft'
  const isReopening = !isDraft && newest?.withdrawn !== undefined && renderEdition(newest) === renderEdition(of.place)
  const title = isDraft ? 'Xuất bản' : isReopening ? 'Mở lại thủ tục' : `Quay về ${renderEdition(of.place)}`
  const mistakes = examined.findings.length + examined.caseFindings.length
  return (
    <ProcedureFrame {...{ signedIn, flow, name, code }} title={title}>
      {trouble !== undefined && (
        <p class="notice bad" role="alert">
          <strong>Chưa thực hiện.</strong> {trouble}
        </p>
      )}
      <section class="card" aria-labelledby="confirm">
        <h2 id="confirm">{isDraft ? 'Xuất bản bản nháp này?' : `${title}?`}</h2>
        {mistakes > 0 ? (
          <>
            <p>
              Không được: còn {mistakes} chỗ phải sửa. {newest && `Người dân vẫn dùng ${renderEdition(newest)}.`}
            </p>
            <ul class="plain-list">
              {[...examined.findings, ...examined.caseFindings].slice(0, 10).map(({ line, message }, i) => (
                <li key={i}>
                  Dòng {line}: {message}
                  <Explained sentence={message} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <ul class="plain-list">
            {consequencesOf(examined, newest).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {examined.played > 0 && <li>{examined.played} cuộc trò chuyện mẫu chạy đúng.</li>}
          </ul>
        )}
        <div class="pair">
          {mayEdit && mistakes === 0 && examined.would !== 'unchanged' && (
            <form method="post" action={`${pathOf(flow)}/${isDraft ? 'publish' : 'roll-back'}`}>
              <input type="hidden" name="csrf" value={signedIn.csrf} />
              {isDraft ? (
                <>
                  <input type="hidden" name="draft" value={of.revision} />
                  <input type="hidden" name="version" value={newest?.version ?? 0} />
                  <input type="hidden" name="revision" value={newest?.revision ?? 0} />
                </>
              ) : (
                <>
                  <input type="hidden" name="version" value={of.place.version} />
                  <input type="hidden" name="revision" value={of.place.revision} />
                </>
              )}
              <button type="submit">
                {isDraft ? 'Xuất bản ngay' : isReopening ? 'Mở lại ngay' : 'Quay về bản này'}
              </button>
            </form>
          )}
          <a class="button plain" href={isDraft ? pathOf(flow) : `${pathOf(flow)}/history`}>
            Chưa, quay lại
          </a>
        </div>
      </section>
      <section class="card" aria-labelledby="difference">
        <h2 id="difference">{newest ? renderDifference(newest) : 'Toàn bộ nội dung'}</h2>
        <Diff lines={difference} label="Chỗ khác nhau" />
      </section>
    </ProcedureFrame>
  )
}

import { renderEdition } from '../../../procedures/consequences.ts'
import type { FlowVersion } from '../../../procedures/ports.ts'
import { Field } from '../../frame/field.tsx'
import type { SignedInAs } from '../../frame/layout.tsx'
import { ProcedureFrame, pathOf } from './frame.tsx'
import { NotDone } from './not-done.tsx'

export interface WithdrawProps {
  signedIn: SignedInAs
  mayEdit: boolean
  flow: string
  name: string
  code?: string | undefined
  newest: FlowVersion
  concerned: { citizens: number; dossiers: number }
  /** What citizens will read, as typed so far. */
  because?: string
  /** It was written; this is the last look before it is done. */
  isLook?: boolean
  trouble?: string
}

interface WordsProps extends Pick<WithdrawProps, 'flow' | 'mayEdit'> {
  because: string
  trouble: string | undefined
}

const EXAMPLE =
  'Thủ tục này tạm ngừng nhận qua Zalo từ ngày 1/7. Ông/bà nộp tại Trung tâm Phục vụ hành chính công xã, phường.'

/** What ends, for whom, and in which words they are told. */
export const WithdrawPage = (props: WithdrawProps) => {
  const { signedIn, mayEdit, flow, name, code, newest, concerned, because = newest.withdrawn ?? '', isLook } = props
  const { trouble } = props
  const isAgain = newest.withdrawn !== undefined
  const title = isAgain ? 'Sửa lời báo ngừng nhận' : 'Ngừng nhận thủ tục'
  return (
    <ProcedureFrame {...{ signedIn, flow, name, code, title }} failed={trouble !== undefined}>
      <form method="post" action={`${pathOf(flow)}/withdraw`}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <input type="hidden" name="version" value={newest.version} />
        <input type="hidden" name="revision" value={newest.revision} />
        <section class="card" aria-labelledby="effect">
          <h2 id="effect">{title}?</h2>
          <Effect {...concerned} newest={newest} />
        </section>
        <section class="card" aria-labelledby="words">
          <h2 id="words">Lời người dân đọc</h2>
          {isLook ? (
            <>
              <NotDone trouble={trouble} />
              <blockquote>{because}</blockquote>
              <input type="hidden" name="because" value={because} />
              <div class="pair">
                {mayEdit && (
                  <button type="submit" name="step" value="do" class="danger">
                    {isAgain ? 'Đổi lời ngay' : 'Ngừng nhận ngay'}
                  </button>
                )}
                <button type="submit" name="step" value="edit" class="plain">
                  Chưa, sửa lại
                </button>
              </div>
            </>
          ) : (
            <Words {...{ flow, because, mayEdit, trouble }} />
          )}
        </section>
      </form>
    </ProcedureFrame>
  )
}

const Effect = ({ citizens, dossiers, newest }: WithdrawProps['concerned'] & { newest: FlowVersion }) => (
  <ul class="plain-list">
    <li>Ai hỏi hoặc bắt đầu thủ tục này thì đọc lời dưới đây thay cho câu hỏi đầu tiên.</li>
    <li>
      {citizens > 0
        ? `${citizens} người đang làm dở đọc lời đó ở tin nhắn kế tiếp và dừng lại; các câu họ đã trả lời không được nộp.`
        : 'Hiện không có ai đang làm dở.'}
    </li>
    <li>
      {dossiers > 0
        ? `${dossiers} hồ sơ đã nộp, chưa có kết quả, vẫn được giải quyết: người dân vẫn tra cứu, bổ sung và nhận kết quả được.`
        : 'Không có hồ sơ nào đã nộp mà chưa có kết quả.'}
    </li>
    <li>Mở lại lúc nào cũng được; nội dung {renderEdition(newest)} giữ nguyên, tên người làm được ghi vào Lịch sử.</li>
  </ul>
)

const Words = ({ flow, because, mayEdit, trouble }: WordsProps) => (
  <>
    <Field id="because" label="Vì sao ngừng, và người dân làm ở đâu" hint={`Ví dụ: ${EXAMPLE}`} wrong={trouble}>
      {(described) => (
        <textarea
          {...{ ...described, name: 'because', rows: 4, maxLength: 500, value: because }}
          required
          readOnly={!mayEdit}
          autofocus={trouble !== undefined}
        />
      )}
    </Field>
    <div class="pair">
      {mayEdit && (
        <button type="submit" name="step" value="look">
          Xem trước
        </button>
      )}
      <a class="button plain" href={pathOf(flow)}>
        Chưa, quay lại
      </a>
    </div>
  </>
)

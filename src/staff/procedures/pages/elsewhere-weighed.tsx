import { pulledFrom } from '../../../procedures/elsewhere/verdict.ts'
import type { Weighed } from '../../../procedures/elsewhere/weigh.ts'

interface WeighedProps {
  weighed: Weighed
  /** Sentences of the entry; absent when it is ended. */
  says?: readonly string[]
}

/** Nobody reads further. */
const MOST = 20

type Lists = 'lost' | 'doubted' | 'taken' | 'astray' | 'lostElsewhere'

const HEADINGS: Record<Lists, string> = {
  lost: 'Câu hỏi thủ tục làm được ở đây, sẽ bị dẫn đi nơi khác',
  doubted: 'Câu hỏi thủ tục làm được ở đây, đang hiểu ngay, sẽ phải hỏi lại',
  taken: 'Câu của việc này, hôm nay đang mở một thủ tục',
  astray: 'Câu của việc này, sẽ không dẫn đến việc này',
  lostElsewhere: 'Câu của việc khác, sẽ bị dẫn đi nơi khác',
}

const HEADINGS_OF_END: Partial<Record<Lists, string>> = { astray: 'Câu của việc này, sẽ mở một thủ tục' }

/** What all sentences and examples say of it: nothing, or each of them by name. */
export const WeighedList = ({ weighed, says }: WeighedProps) => {
  const { asked, played, broken } = weighed
  const lists = (['lost', 'doubted', 'taken', 'astray', 'lostElsewhere'] as const).filter(
    (list) => weighed[list].length > 0,
  )
  const pulled = says && pulledFrom(weighed, says)
  return (
    <>
      <p>
        Đã thử lại {asked} câu và {played} cuộc trò chuyện mẫu.
        {lists.length === 0 && broken.length === 0 && ' Ngoài việc này ra, không có gì đổi.'}
      </p>
      {pulled !== undefined && (
        <p class="wrong">
          Hầu hết các câu này đang dẫn đến thủ tục “{pulled}”: người cần thủ tục đó sẽ bị chỉ đi nơi khác. Xin viết câu
          nói rõ chỗ khác nhau, hoặc sửa thủ tục đó.
        </p>
      )}
      {broken.length > 0 && (
        <>
          <h3>Trò chuyện mẫu sẽ ra khác</h3>
          <ul class="plain-list">
            {broken.slice(0, MOST).map(({ of, message }, i) => (
              <li key={i}>
                {of}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {lists.map((list) => (
        <Sentences
          key={list}
          heading={(!says && HEADINGS_OF_END[list]) || HEADINGS[list]}
          all={weighed[list]}
          isOwn={list === 'taken' || list === 'astray'}
        />
      ))}
    </>
  )
}

const Sentences = ({ heading, all, isOwn }: { heading: string; all: Weighed['lost']; isOwn: boolean }) => (
  <>
    <h3>{heading}</h3>
    <ul class="plain-list">
      {all.slice(0, MOST).map(({ sentence, of, to }) => (
        <li key={sentence}>
          “{sentence}”{!isOwn && ` (${of})`}: {to ?? 'máy hỏi lại'}
        </li>
      ))}
      {all.length > MOST && <li>và {all.length - MOST} câu nữa</li>}
    </ul>
  </>
)

import type { Foretold } from '../../../procedures/elsewhere/foretell.ts'

/** A citizen's answer as it is read, with its buttons named. */
export const Answered = ({ answer: { texts, buttons } }: { answer: Foretold['now'] }) => (
  <>
    {texts.map((text, i) => (
      <blockquote key={i}>{text}</blockquote>
    ))}
    {texts.length === 0 && <p>Máy không trả lời gì.</p>}
    {buttons.length > 0 && <p class="soft">Nút: {buttons.join(' · ')}</p>}
  </>
)

const isSame = ({ now, then }: Foretold): boolean => JSON.stringify(now) === JSON.stringify(then)

/** What a sentence is answered with today, and after publishing. */
export const ForetoldList = ({ all }: { all: readonly Foretold[] }) => (
  <>
    {all.map((one, i) => (
      <section key={i} aria-label={`Câu thử: ${one.sentence}`}>
        <h3>“{one.sentence}”</h3>
        {isSame(one) ? (
          <p class="soft">Trước và sau khi xuất bản như nhau:</p>
        ) : (
          <>
            <p class="soft">Hôm nay:</p>
            <Answered answer={one.now} />
            <p class="soft">Sau khi xuất bản:</p>
          </>
        )}
        <Answered answer={one.then} />
      </section>
    ))}
  </>
)

import { GLOSSARY, wordsIn } from '../../../procedures/glossary.ts'
import { GUIDE_PATH } from './guide-page.tsx'

/** What “bản 1.3” means, wherever such a number stands for the first time on a page. */
export const PLACE_WORDS = '“Bản 1.3” là bản 1 với lần sửa lời thứ 3.'

/** Every word of the format in plain words. The editor's script looks up here what the line at the caret means. */
export const Glossary = () => (
  <section class="card glossary no-print" aria-labelledby="words">
    <h2 id="words">Các từ này nghĩa là gì</h2>
    <p class="soft">
      Chữ tiếng Anh trước dấu hai chấm là từ khóa, giữ nguyên; phần sau dấu hai chấm sửa được. {PLACE_WORDS}{' '}
      <a href={GUIDE_PATH}>Hướng dẫn đầy đủ</a>
    </p>
    {GLOSSARY.map(({ title, entries }) => (
      <details key={title}>
        <summary>{title}</summary>
        <dl>
          {entries.map(({ word, meaning }) => (
            <div key={word}>
              <dt>
                <code>{word}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    ))}
  </section>
)

/** What the words of the format in one sentence of ours mean. */
export const Explained = ({ sentence }: { sentence: string }) => {
  const entries = wordsIn(sentence)
  return entries.length === 0 ? null : (
    <ul class="explained">
      {entries.map(({ word, meaning }) => (
        <li key={word}>
          <code>{word}</code>: {meaning}
        </li>
      ))}
    </ul>
  )
}

import { Layout, type SignedInAs } from '../../frame/layout.tsx'
import { type Block, piecesOf } from '../read-guide.ts'

export const GUIDE_PATH = '/staff/procedures-guide'

interface GuideProps {
  signedIn: SignedInAs
  blocks: readonly Block[]
}

/** The guide for clerks, with a list of its chapters to jump to. */
export const GuidePage = ({ signedIn, blocks }: GuideProps) => {
  const [title, ...rest] = blocks
  const chapters = rest.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block] : []))
  const isTitled = title?.type === 'heading'
  return (
    <Layout
      title={isTitled ? title.text : 'Hướng dẫn'}
      signedIn={signedIn}
      at="procedures"
      stylesheet="/staff/procedures.css"
      wide
    >
      <p class="no-print">
        <a href="/staff/procedures">← Thủ tục</a>
      </p>
      <div class="guide">
        <nav class="card chapters" aria-labelledby="chapters">
          <h2 id="chapters">Trong tài liệu này</h2>
          <ol class="plain-list">
            {chapters.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <Text text={text} />
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <article class="card">
          {isTitled && <h1>{title.text}</h1>}
          {(isTitled ? rest : blocks).map((block, i) => (
            <Shown key={i} block={block} />
          ))}
        </article>
      </div>
    </Layout>
  )
}

const Text = ({ text }: { text: string }) => (
  <>
    {piecesOf(text).map((piece, i) =>
      piece.type === 'code' ? (
        <code key={i}>{piece.text}</code>
      ) : piece.type === 'bold' ? (
        <strong key={i}>
          <Text text={piece.text} />
        </strong>
      ) : (
        piece.text
      ),
    )}
  </>
)

const Shown = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'heading': {
      const Heading = block.level <= 2 ? 'h2' : 'h3'
      return (
        <Heading id={block.id}>
          <Text text={block.text} />
          <a
            class="anchor no-print"
            href={`#${block.id}`}
            aria-label={`Đường dẫn đến mục ${block.text.replaceAll('`', '')}`}
          >
            #
          </a>
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Text text={block.text} />
        </p>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, i) => (
            <li key={i}>
              <Text text={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <Table {...block} />
  }
}

const Table = ({ head, rows }: Extract<Block, { type: 'table' }>) => (
  <table>
    <thead>
      <tr>
        {head.map((cell) => (
          <th key={cell} scope="col">
            <Text text={cell} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells, i) => (
        <tr key={i}>
          {cells.map((cell, at) => (
            <td key={at}>
              <Text text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

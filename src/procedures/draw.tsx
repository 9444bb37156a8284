import { render } from 'preact-render-to-string'
import type { FlowFile } from '../conversation/flow/flow-format.ts'
import { flowGraph } from './flow-graph.ts'
import { type Placed, placeGraph } from './flow-layout.ts'
import type { StepFigures } from './funnel.ts'

export interface Marks {
  /** Steps with a mistake. */
  faulty?: ReadonlySet<string>
  /** Figures by step: how many came, answered, left. */
  counts?: ReadonlyMap<string, StepFigures>
}

const STYLE = `
svg{--ink:#16202c;--soft:#4d5b68;--paper:#fff;--ground:#f7f9fb;--line:#8a98a6;--brand:#0a4fa3;--bad:#a6192e;--good:#0b6b3a;font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}
@media (prefers-color-scheme:dark){svg{--ink:#e8edf3;--soft:#a9b5c2;--paper:#1a222c;--ground:#11171e;--line:#6c7a88;--brand:#8ebcf5;--bad:#ff9aa7;--good:#7fd6a6}}
.ground{fill:var(--ground)}
.box{fill:var(--paper);stroke:var(--line);stroke-width:1.2}
.first .box{stroke:var(--brand);stroke-width:2.4}
.faulty .box,.missing .box{stroke:var(--bad);stroke-width:3}
.missing .box{stroke-dasharray:6 4}
.end .box,.other .box{fill:var(--ground);stroke:var(--soft)}
text{fill:var(--ink);font-size:13px}
.id{font:600 12px ui-monospace,'Cascadia Mono',Consolas,'Noto Sans Mono','Liberation Mono',monospace}
.word{fill:var(--soft);font-size:11.5px}
.alarm{fill:var(--bad);font-size:11.5px;font-weight:700}
.figures{font-size:12px;font-weight:600}
.left{fill:var(--bad)}
.way{fill:none;stroke:var(--line)}
.tip{fill:var(--line)}
.label{font-size:12px;fill:var(--soft)}
.under{fill:var(--ground)}
`

/** The layout would hold the whole process for seconds; a picture of so many lines could not be read either. */
const MOST_WAYS = 250

/** The flow as a standalone SVG: steps from top to bottom, in light and dark. Draws a file with mistakes as well. */
export function drawFlow(file: FlowFile, marks: Marks = {}): string {
  const graph = flowGraph(file)
  if (graph.edges.length > MOST_WAYS) return render(<TooMany file={file} />)
  const placed = placeGraph(graph, marks.counts ? 2 : 0)
  return render(<Drawing file={file} placed={placed} marks={marks} />)
}

const TooMany = ({ file }: { file: FlowFile }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width="420"
    height="60"
    viewBox="0 0 420 60"
    role="img"
    aria-labelledby="title"
  >
    <title id="title">{file.name}</title>
    <style>{STYLE}</style>
    <rect class="ground" width="420" height="60" />
    <text x="16" y="35">
      Thủ tục này có quá nhiều lối đi nên không vẽ được.
    </text>
  </svg>
)

interface DrawingProps {
  file: FlowFile
  placed: Placed
  marks: Marks
}

const Drawing = ({ file, placed, marks }: DrawingProps) => {
  const { width, height, nodes, edges } = placed
  const most = Math.max(1, ...[...(marks.counts?.values() ?? [])].map(({ reached }) => reached))
  const came = (step: string): number => marks.counts?.get(step)?.reached ?? 0
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title desc"
    >
      <title id="title">{file.name}</title>
      <desc id="desc">
        {`${Object.keys(file.steps).length} bước, bắt đầu ở ${file.start}. ${edges.map(toSentence).join('. ')}.`}
      </desc>
      <style>{STYLE}</style>
      <defs>
        <marker
          id="tip"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path class="tip" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <rect class="ground" {...{ width, height }} />
      {edges.map(({ to, points }) => (
        <path class="way" d={toPath(points)} stroke-width={1.4 + (5 * came(to)) / most} marker-end="url(#tip)" />
      ))}
      {edges.map(({ label, at }) =>
        at ? (
          <>
            <rect
              class="under"
              x={at.x - label.length * 3.2 - 4}
              y={at.y - 9}
              width={label.length * 6.4 + 8}
              height="18"
              rx="4"
            />
            <text class="label" x={at.x} y={at.y + 4} text-anchor="middle">
              {label}
            </text>
          </>
        ) : null,
      )}
      {nodes.map((node) => (
        <Box node={node} isFirst={node.id === file.start} marks={marks} />
      ))}
    </svg>
  )
}

const Box = ({ node, isFirst, marks }: { node: Placed['nodes'][number]; isFirst: boolean; marks: Marks }) => {
  const { id, kind, word, lines, x, y, width, height } = node
  const [left, top] = [x - width / 2, y - height / 2]
  const isFaulty = marks.faulty?.has(id) === true
  const figures = marks.counts?.get(id)
  const classes = [kind, isFaulty && 'faulty', isFirst && 'first'].filter(Boolean).join(' ')
  if (kind !== 'step')
    return (
      <g class={classes}>
        {isFirst && <Start x={x} top={top} />}
        <rect class="box" x={left} y={top} {...{ width, height }} rx={height / 2} />
        {kind === 'missing' && (
          <text class="id" x={x} y={y - 3} text-anchor="middle">
            {id}
          </text>
        )}
        <text
          class={kind === 'missing' ? 'alarm' : 'word'}
          x={x}
          y={kind === 'missing' ? y + 14 : y + 4}
          text-anchor="middle"
        >
          {word}
        </text>
      </g>
    )
  return (
    <g class={classes}>
      {isFirst && <Start x={x} top={top} />}
      <rect class="box" x={left} y={top} {...{ width, height }} rx="8" />
      <text class="id" x={left + 12} y={top + 19}>
        {id}
      </text>
      <text class={isFaulty ? 'alarm' : 'word'} x={left + width - 12} y={top + 19} text-anchor="end">
        {isFaulty ? 'có lỗi' : word}
      </text>
      {lines.map((line, i) => (
        <text x={left + 12} y={top + 38 + i * 17}>
          {line}
        </text>
      ))}
      {figures && (
        <text class="figures" x={left + 12} y={top + 38 + lines.length * 17}>
          {`đến ${figures.reached} · trả lời ${figures.answered}`}
          {figures.left > 0 && <tspan class="left">{` · bỏ ${figures.left}`}</tspan>}
        </text>
      )}
      {figures && figures.waiting > 0 && (
        <text class="figures" x={left + 12} y={top + 55 + lines.length * 17}>
          {`đang ở đây ${figures.waiting}`}
        </text>
      )}
    </g>
  )
}

const Start = ({ x, top }: { x: number; top: number }) => (
  <text class="word" x={x} y={top - 8} text-anchor="middle">
    bắt đầu ▾
  </text>
)

const toSentence = ({ from, to, label }: Placed['edges'][number]): string =>
  `${from}${label === '' ? '' : ` (${label})`} đến ${to.endsWith(' ■') ? 'kết thúc' : to}`

/** Bends are rounded: each corner is passed in a curve between the middles of its two sides. */
function toPath(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  const last = rest.at(-1)
  if (!first || !last) return ''
  const curves = rest.slice(0, -1).map((corner, i) => {
    const next = rest[i + 1] ?? corner
    return `Q${corner.x} ${corner.y} ${(corner.x + next.x) / 2} ${(corner.y + next.y) / 2}`
  })
  return `M${first.x} ${first.y}${curves.join('')}L${last.x} ${last.y}`
}

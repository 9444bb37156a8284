import * as dagre from '@dagrejs/dagre'
import type { FlowGraph, GraphEdge, GraphNode } from './flow-graph.ts'

interface Point {
  x: number
  y: number
}

/** What we use of dagre, typed: its own declarations lead to `any`. */
interface LayoutGraph {
  setGraph(label: object): void
  setNode(id: string, size: { width: number; height: number }): void
  setEdge(from: string, to: string, label: { width: number; height: number; labelpos: 'c' }): void
  graph(): { width?: number; height?: number }
  node(id: string): Point & { width: number; height: number }
  edge(from: string, to: string): { points: Point[] } & Partial<Point>
}
const { Graph, layout } = dagre as unknown as { Graph: new () => LayoutGraph; layout: (graph: LayoutGraph) => void }

export interface Placed {
  width: number
  height: number
  /** `x` and `y` are the middle of the box. */
  nodes: (GraphNode & Point & { width: number; height: number })[]
  edges: (GraphEdge & { points: Point[]; at?: Point })[]
}

const BOX = 260
const LINE_HEIGHT = 17
/** Of a letter of 12 px on average: a label must not touch a neighbour. */
const LETTER = 6.6

/** Where everything stands, top to bottom. `extra` is the room for lines that only some drawings have. */
export function placeGraph({ nodes, edges }: FlowGraph, extra = 0): Placed {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 24, ranksep: 34, marginx: 16, marginy: 40 })
  for (const node of nodes) graph.setNode(node.id, sizeOf(node, extra))
  for (const { from, to, label } of edges)
    graph.setEdge(from, to, {
      width: label === '' ? 0 : label.length * LETTER + 12,
      height: label === '' ? 0 : 20,
      labelpos: 'c',
    })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => ({ ...node, ...graph.node(node.id) })),
    edges: edges.map((edge) => {
      const { points, x, y } = graph.edge(edge.from, edge.to)
      return { ...edge, points, ...(x !== undefined && y !== undefined && edge.label !== '' && { at: { x, y } }) }
    }),
  }
}

const sizeOf = ({ kind, word, lines }: GraphNode, extra: number) =>
  kind === 'step'
    ? { width: BOX, height: 34 + (lines.length + extra) * LINE_HEIGHT }
    : { width: Math.max(90, word.length * 7.4 + 28), height: kind === 'missing' ? 46 : 30 }

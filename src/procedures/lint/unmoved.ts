import type { Finding, FlowSource } from '../load.ts'
import type { Pinned } from '../ports.ts'

/** Citizens are in the middle of an older version, and nothing says what becomes of them. Asked apart: it needs the counts. */
export function unmoved({ file, finding }: FlowSource, pinned: readonly Pinned[]): Finding[] {
  const own = pinned.filter(({ flow, version }) => flow === file.flow && version < file.version)
  const moves = file.moves ?? []
  const moveOf = (version: number) => moves.find((move) => move.from.includes(version))
  const total = (rows: readonly Pinned[]): number => rows.reduce((sum, row) => sum + row.citizens, 0)
  const versions = [...new Set(own.map(({ version }) => version))].sort((a, b) => a - b)
  return versions.flatMap((version) => {
    const here = own.filter((row) => row.version === version)
    const move = moveOf(version)
    if (!move)
      return finding(
        'open conversations',
        ['version'],
        `Có ${total(here)} người đang làm dở bản ${version}. Hãy thêm mục moves “from: ${version}” để nói họ làm tiếp thế nào (keep, move hoặc stop).`,
      )
    const { steps } = move
    if (move.do !== 'move' || !steps) return []
    return here
      .filter(({ step }) => step !== undefined && steps[step] === undefined && !Object.hasOwn(file.steps, step))
      .map((row) =>
        finding(
          'open conversations',
          ['moves', moves.indexOf(move), 'steps'],
          `Có ${row.citizens} người đang dừng ở bước “${row.step}” của bản ${version}, nhưng mục này không nói họ sang bước nào.`,
        ),
      )
  })
}

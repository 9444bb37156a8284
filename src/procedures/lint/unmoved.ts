import type { Finding } from '../finding.ts'
import type { Pinned } from '../ports.ts'
import type { Outline } from '../verdict.ts'

/** Citizens are in the middle of an older version, and nothing says what becomes of them. Asked apart: it needs the counts. */
export function unmoved(
  { flow: own, version: newest, moves, steps, at }: Outline,
  pinned: readonly Pinned[],
): Finding[] {
  const older = pinned.filter(({ flow, version }) => flow === own && version < newest)
  const moveOf = (version: number) => moves.find((move) => move.from.includes(version))
  const total = (rows: readonly Pinned[]): number => rows.reduce((sum, row) => sum + row.citizens, 0)
  const versions = [...new Set(older.map(({ version }) => version))].sort((a, b) => a - b)
  return versions.flatMap((version) => {
    const here = older.filter((row) => row.version === version)
    const move = moveOf(version)
    if (!move)
      return {
        rule: 'open conversations',
        message: `Có ${total(here)} người đang làm dở bản ${version}. Hãy thêm mục moves “from: ${version}” để nói họ làm tiếp thế nào (keep, move hoặc stop).`,
        ...at.version,
      }
    const { steps: led } = move
    if (move.do !== 'move' || !led) return []
    return here
      .filter(({ step }) => step !== undefined && led[step] === undefined && !steps.includes(step))
      .map((row) => ({
        rule: 'open conversations',
        message: `Có ${row.citizens} người đang dừng ở bước “${row.step}” của bản ${version}, nhưng mục này không nói họ sang bước nào.`,
        ...(at.moves[moves.indexOf(move)] ?? at.version),
      }))
  })
}

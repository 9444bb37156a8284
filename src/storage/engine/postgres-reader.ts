import { type Asks, isLost, type Line, type Statement } from './postgres-line.ts'

/**
 * Spreads reading over connections. Statements that were prepared by name are short and many: they share the first,
 * where they are sent together. Any other may take long and gets one to itself, as long as there are enough.
 */
export function createReader([first, ...others]: readonly Line[]): Asks {
  const lineFor = (statement: Statement): Line => {
    if (typeof statement === 'object' && statement.name !== undefined) return first!
    const load = (line: Line) => line.now()?.asked() ?? 0.5
    return others.reduce((least, line) => (load(line) < load(least) ? line : least))
  }

  return {
    query: async (statement, values) => {
      const line = lineFor(statement)
      const connection = line.now() ?? (await line.open())
      try {
        return await connection.query(statement, values)
      } catch (cause) {
        // The one expected error: PostgreSQL had closed an idle connection. Reading twice does no harm.
        if (!isLost(cause)) throw cause
        return (await line.open()).query(statement, values)
      }
    },
  }
}

import Database from 'better-sqlite3'

/** How SQLite goes about each statement that is asked meanwhile. Statements prepared before are not seen. */
export async function plansOf(file: string, ask: () => Promise<unknown>): Promise<string[]> {
  const asked = new Set<string>()
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, source: string) {
    asked.add(source)
    return prepare.call(this, source)
  } as typeof prepare
  try {
    await ask()
  } finally {
    Database.prototype.prepare = prepare
  }
  const looking = new Database(file, { readonly: true })
  const plans = [...asked].flatMap((source) => {
    if (!/^\s*(select|with)/i.test(source)) return []
    const blanks = (source.match(/\?/g) ?? []).map(() => 1)
    const rows = looking.prepare(`explain query plan ${source}`).all(...blanks) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
  looking.close()
  return plans
}

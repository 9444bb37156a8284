/** What a spreadsheet takes for a formula wherever it is pasted. */
export const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell)

/** Says that what follows is none. */
const NO_FORMULA = "'"

const quoted = (cell: string): string => {
  const plain = isFormula(cell) || cell.startsWith(NO_FORMULA) ? `${NO_FORMULA}${cell}` : cell
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** With the mark by which spreadsheets know that it is UTF-8 (RFC 4180 otherwise). */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`

/** A row as it is called where it was read: by the number that a spreadsheet shows beside it. */
interface NumberedRow {
  row: number
  cells: string[]
}

/** Rows of cells; also of those who part cells by semicolons. Lines without anything in them are left out. */
export function readCsv(text: string): NumberedRow[] {
  const body = text.replace(/^\uFEFF/, '')
  const head = body.slice(0, body.search(/[\r\n]|$/))
  const part = !head.includes(',') && head.includes(';') ? ';' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let inQuotes = false
  const endCell = () => {
    rows.at(-1)?.push(cell.startsWith(NO_FORMULA) ? cell.slice(1) : cell)
    cell = ''
  }
  for (let i = 0; i < body.length; i++) {
    const sign = body.charAt(i)
    if (inQuotes) {
      if (sign !== '"') cell += sign
      else if (body.charAt(i + 1) === '"') cell += body.charAt(i++)
      else inQuotes = false
    } else if (sign === '"' && cell === '') inQuotes = true
    else if (sign === part) endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  endCell()
  return rows.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.some((it) => it.trim() !== ''))
}

import { type Document, isNode, isSeq, LineCounter, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import { readCsv, writeCsv } from './csv.ts'

export const FORMATS = ['csv', 'yaml'] as const
export type TableFormat = (typeof FORMATS)[number]
export const TABLE_TYPES = { csv: 'text/csv; charset=utf-8', yaml: 'application/yaml; charset=utf-8' } as const

/** Bytes of a form with a table in it: some thousand rows. */
export const LARGEST = 2 * 1024 * 1024

/** What a table that goes out and comes in is called in YAML, its columns, and those that the first line of CSV has to have. */
export interface TableShape<Column extends string> {
  root: string
  columns: readonly Column[]
  required: readonly Column[]
}

type Row<Column extends string> = Record<Column, string>

interface ReadRow<Column extends string> {
  row: number
  cells: Row<Column>
}

/** What is wrong with a text; `row` is its line as a spreadsheet or an editor numbers it, 0 is the text as a whole. */
export interface RowTrouble {
  row: number
  text: string
}

export const renderRowTrouble = ({ row, text }: RowTrouble): string => (row === 0 ? text : `Dòng ${row}: ${text}`)

/** Rows as a text that reads back to the same. */
export function writeTable<Column extends string>(
  { root, columns }: TableShape<Column>,
  rows: readonly Row<Column>[],
  format: TableFormat,
): string {
  if (format === 'csv') return writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column]))])
  const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')))
  return stringify({ [root]: filled }, { lineWidth: 0 })
}

/** Rows by column, or why there are none. A table without rows is more likely a slip than a wish. */
export function rowsIn<Column extends string>(shape: TableShape<Column>, given: string): ReadRow<Column>[] | string {
  const { root } = shape
  const rows = new RegExp(`^\\s*(#.*\\n\\s*)*${root}:`).test(given) ? inYaml(shape, given) : inCsv(shape, given)
  return typeof rows !== 'string' && rows.length === 0 ? NO_ROWS : rows
}

const NO_ROWS = 'Chưa có dòng nào dưới dòng tên cột. Xin tải bản hiện có về, sửa trong đó rồi dán lại cả bảng.'

const blankOf = <Column extends string>(columns: readonly Column[]): Row<Column> =>
  Object.fromEntries(columns.map((column) => [column, ''])) as Row<Column>

function inYaml<Column extends string>({ root, columns }: TableShape<Column>, given: string) {
  const blank = blankOf(columns)
  const lines = new LineCounter()
  const document = parseDocument(given, { schema: 'failsafe', lineCounter: lines })
  if (document.errors.length > 0) return 'Không đọc được YAML. Xin tải bản hiện có về, sửa trong đó rồi dán lại.'
  const read = z.object({ [root]: z.array(z.record(z.string(), z.string())) }).safeParse(plainOf(document))
  const rows = read.success ? read.data[root] : undefined
  if (!rows) return `YAML cần một danh sách “${root}”, mỗi dòng là các mục “tên: chữ”.`
  const strange = rows.flatMap(Object.keys).find((key) => !Object.hasOwn(blank, key))
  if (strange !== undefined) return `Không có mục “${strange}”.`
  const list = document.get(root)
  const lineOf = (i: number): number => {
    const item = isSeq(list) ? list.items[i] : undefined
    return isNode(item) && item.range ? lines.linePos(item.range[0]).line : i + 1
  }
  return rows.map((cells, i) => ({ row: lineOf(i), cells: { ...blank, ...cells } }))
}

/** Nothing where it names what is not there. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

function inCsv<Column extends string>({ columns, required }: TableShape<Column>, given: string) {
  const blank = blankOf(columns)
  const [head, ...body] = readCsv(given)
  const told = (head?.cells ?? []).map((it) => it.trim())
  const missing = required.filter((it) => !told.includes(it))
  if (missing.length > 0)
    return `Dòng đầu thiếu cột ${missing.join(', ')}. Xin tải bản hiện có về, sửa trong đó rồi dán lại.`
  const strange = told.find((it) => !Object.hasOwn(blank, it))
  if (strange !== undefined) return `Không có cột “${strange}”.`
  return body.map(({ row, cells }) => ({
    row,
    cells: { ...blank, ...Object.fromEntries(told.map((column, i) => [column, cells[i] ?? ''])) },
  }))
}

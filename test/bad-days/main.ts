// npm run bad-days: each day a different thing fails for a while, on both engines. Ends with 1 when a promise is broken.
import { parseArgs } from 'node:util'
import { days } from './days.ts'
import { type DayReport, isKept, liveThrough } from './live-through.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: days.map(({ name }) => name).join(',') },
    engines: { type: 'string', default: 'sqlite,postgres' },
    /** How long the fault of each day lasts, instead of the day's own length. */
    seconds: { type: 'string' },
    citizens: { type: 'string', default: '16' },
    rate: { type: 'string', default: '22' },
  },
})
const names = values.days.split(',')
const engines = values.engines.split(',')
const unknown = names.filter((name) => !days.some((day) => day.name === name))
if (unknown.length > 0)
  throw new Error(`no such day: ${unknown.join(', ')}; there are ${days.map(({ name }) => name).join(', ')}`)

const options = {
  citizens: Number(values.citizens),
  eventsPerSecond: Number(values.rate),
  ...(values.seconds !== undefined && { lasts: Number(values.seconds) }),
}
const COLUMNS = ['accepted', 'handled', 'lost', 'sent', 'repeated', 'outOfOrder', 'repliesLost', 'ended'] as const
const row = (name: string, cells: readonly string[]) =>
  name.padEnd(30) + cells.map((cell) => cell.padStart(12)).join('')
const render = (report: DayReport): string =>
  row(`${isKept(report) ? ' ' : '✗'} ${report.day}, ${report.engine}`, [
    ...COLUMNS.map((column) => String(report[column])),
    report.recovery.toFixed(1),
  ])

const reports: DayReport[] = []
console.log(row('  day, engine', [...COLUMNS, 'seconds']))
for (const day of days.filter(({ name }) => names.includes(name)))
  for (const engine of day.engines.filter((name) => engines.includes(name))) {
    const report = await liveThrough(day, engine, options)
    reports.push(report)
    console.log(render(report))
    for (const remark of report.remarks) console.log(`    ${remark}`)
  }
const broken = reports.filter((report) => !isKept(report))
console.log(
  broken.length === 0
    ? '\nEvery promise was kept.'
    : `\nPromises were broken on ${broken.length} of ${reports.length} days.`,
)
process.exitCode = broken.length === 0 ? 0 : 1

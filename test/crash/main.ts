import { parseArgs } from 'node:util'
import { crash } from './crash.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '30' }, citizens: { type: 'string', default: '12' } },
})

const report = await crash({
  kills: Number(values.kills),
  citizens: Number(values.citizens),
  random: Math.random,
  say: console.log,
})
console.log()
for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(12)}${Math.round(Number(value))}`)
const kept =
  report.handledOnce === report.accepted && report.lost + report.outOfOrder + report.unsent + report.differ === 0
console.log(kept ? '\nEvery promise was kept.' : '\nA promise was broken.')
process.exitCode = kept ? 0 : 1

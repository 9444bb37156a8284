import { describeCheckpoints } from './checkpoints.ts'
import { bothEngines } from './engines.ts'

for (const [name, open] of await bothEngines()) describeCheckpoints(name, open)

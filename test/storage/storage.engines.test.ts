import { describeStorage } from './contract.ts'
import { bothEngines } from './engines.ts'
import { describeForgetting } from './forgetting.ts'

for (const [name, open] of await bothEngines()) {
  describeStorage(name, open)
  describeForgetting(name, open)
}

import { createCodec } from '../../src/storage/engine/codec.ts'
import { describeCaseChanges } from './case-changes.ts'
import { describeStorage } from './contract.ts'
import { describeRecords } from './dossier-records.ts'
import { bothEngines } from './engines.ts'
import { describeForgetting } from './forgetting.ts'

for (const [name, open] of await bothEngines()) {
  describeStorage(name, open)
  describeCaseChanges(name, open)
  describeForgetting(name, open)
  // Last, because it looks at what the others wrote.
  describeRecords(name, open)
}

// Whatever repositories look for must be found as well where personal data is sealed.
const sealing = createCodec([{ id: 'test', secret: Buffer.alloc(32, 7) }])
for (const [name, open] of await bothEngines(sealing)) {
  describeStorage(`${name}, sealed`, open)
  describeCaseChanges(`${name}, sealed`, open)
  describeForgetting(`${name}, sealed`, open)
}

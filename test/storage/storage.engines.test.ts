import { createCodec } from '../../src/storage/engine/codec.ts'
import { describeStorage } from './contract.ts'
import { bothEngines } from './engines.ts'
import { describeForgetting } from './forgetting.ts'

for (const [name, open] of await bothEngines()) {
  describeStorage(name, open)
  describeForgetting(name, open)
}

// Whatever repositories look for must be found as well where personal data is sealed.
const sealing = createCodec([{ id: 'test', secret: Buffer.alloc(32, 7) }])
for (const [name, open] of await bothEngines(sealing)) {
  describeStorage(`${name}, sealed`, open)
  describeForgetting(`${name}, sealed`, open)
}

import type { Card } from '../conversation/words/events.ts'
import { province } from '../province/province.ts'

/** What an identity card says in examples and rehearsals. The number is nobody's. */
export const SAMPLE_CARD: Card = {
  number: '096190012345',
  name: 'Nguyễn Thị An',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: province.examples.home,
}

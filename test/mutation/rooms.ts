/** A part of the program whose rules are mutated, and the tests that have to notice it. */
export interface Room {
  name: string
  mutated: string
  tests: readonly string[]
}

export const ROOMS: readonly Room[] = [
  {
    name: 'settle',
    mutated: 'src/notifications/settle.ts',
    tests: ['test/notifications/{settle,dispatch}.test.ts'],
  },
  {
    name: 'accounts',
    mutated: 'src/staff/accounts/**/*.ts*',
    tests: ['test/staff/accounts/**/*.test.ts', 'test/staff/{permissions/logout,frame/kept-form}.test.ts'],
  },
  {
    name: 'dossiers',
    mutated: 'src/dossiers/**/*.ts',
    tests: ['test/dossiers/**/*.test.ts'],
  },
  {
    name: 'code',
    mutated: 'src/permits/code/**/*.ts',
    tests: ['test/permits/code/**/*.test.ts', 'test/permits/{vectors,decoding,hostile}.test.ts'],
  },
  {
    name: 'casework',
    mutated: 'src/casework/**/*.ts',
    tests: ['test/casework/**/*.test.ts'],
  },
]

export function roomNamed(name: string): Room {
  const room = ROOMS.find((one) => one.name === name)
  if (!room) throw new RangeError(`no room "${name}"; there are ${ROOMS.map((one) => one.name).join(', ')}`)
  return room
}

import file from '#province/province.json' with { type: 'json' }
import type { ProvinceFile } from './province-format.ts'

/** What the province says of itself, of which `check-province.ts` has made sure. */
export const province = file as ProvinceFile

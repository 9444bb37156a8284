import calendars from '#province/calendars.json' with { type: 'json' }
import communes from '#province/communes.json' with { type: 'json' }
import daysOff from '#province/days-off.json' with { type: 'json' }
import oldUnits from '#province/old-units.json' with { type: 'json' }
import otherProvinces from '#province/other-provinces.json' with { type: 'json' }
import province from '#province/province.json' with { type: 'json' }
import type { z } from 'zod'
import { fold } from '../kernel/text.ts'
import * as format from './province-format.ts'

/** The files of province/, as they were read. */
export interface ProvinceFiles {
  communes: unknown
  otherProvinces: unknown
  oldUnits: unknown
  daysOff: unknown
  calendars: unknown
  province: unknown
}

const FILES: ProvinceFiles = { communes, otherProvinces, oldUnits, daysOff, calendars, province }

/**
 * What is wrong in province/, one sentence a mistake with its file and place, in the language of who writes the files.
 * Asked before anything that works with them is loaded.
 */
export function provinceProblems(files: ProvinceFiles = FILES): string[] {
  const problems: string[] = []
  const read = <T>(name: string, schema: z.ZodType<T>, given: unknown): T | undefined => {
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues)
      problems.push(`province/${name}: ${[...path.map(String), message].join(': ')}`)
    return undefined
  }
  const own = read('communes.json', format.communesFile, files.communes)
  const others = read('other-provinces.json', format.otherProvincesFile, files.otherProvinces)
  const old = read('old-units.json', format.oldUnitsFile, files.oldUnits)
  read('days-off.json', format.daysOffFile, files.daysOff)
  read('calendars.json', format.calendarsFile, files.calendars)
  read('province.json', format.provinceFile, files.province)
  if (own) problems.push(...twice('communes.json', own.communes))
  if (others) problems.push(...twice('other-provinces.json', others.provinces))
  if (own && others && old) problems.push(...unknownNames(old, [...own.communes, ...others.provinces]))
  return problems
}

function twice(file: string, rows: readonly { code: number; name: string }[]): string[] {
  const [codes, names] = [new Set<number>(), new Set<string>()]
  return rows.flatMap(({ code, name }) => {
    const found = [
      ...(codes.has(code) ? [`province/${file}: mã ${code} (${name}) có hai lần`] : []),
      ...(names.has(fold(name)) ? [`province/${file}: tên “${name}” có hai lần`] : []),
    ]
    codes.add(code)
    names.add(fold(name))
    return found
  })
}

function unknownNames(old: format.OldUnitsFile, present: readonly { name: string }[]): string[] {
  const known = new Set(present.map(({ name }) => name))
  return [...old.districts, ...old.communes, ...old.landmarks, ...old.provinces].flatMap(({ name, now }) =>
    [now]
      .flat()
      .filter((it) => !known.has(it))
      .map((it) => `province/old-units.json: “${name}” nay là “${it}”, mà không có đơn vị nào tên như vậy`),
  )
}

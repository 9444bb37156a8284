import type { Source } from './walls.ts'

const EXPORT = /^export (?:async )?(?:const|function\*?|class|interface|type|enum) ([\w$]+)/gm

/** What is exported and stands in no other file. A name that another file uses for something else hides one: it is cheap. */
export function unusedExports(sources: readonly Source[]): string[] {
  const files = new Map<string, number>()
  for (const { text } of sources)
    for (const word of new Set(text.match(/[A-Za-z_$][\w$]*/g))) files.set(word, (files.get(word) ?? 0) + 1)
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(EXPORT)].flatMap(([, name = '']) =>
      files.get(name) === 1 ? [`${path} exports ${name}, which no other file uses`] : [],
    ),
  )
}

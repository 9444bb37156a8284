import { Composer, type Document, Parser, YAMLParseError } from 'yaml'

// The composer compares each key with all before it; `repeatedKeys` remembers them instead.
export const COMPOSING = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const

/** What `parseDocument` of `yaml` makes of a text, from the signs that its lexer found in it. */
export function composeYaml(signs: readonly string[], length: number): Document {
  const [document, second] = new Composer(COMPOSING).compose(parse(signs), true, length)
  if (second)
    document!.errors.push(
      new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'Source contains multiple documents'),
    )
  // One is always made when the end is forced.
  return document!
}

function* parse(signs: readonly string[]) {
  const parser = new Parser()
  for (const sign of signs) yield* parser.next(sign)
  yield* parser.end()
}

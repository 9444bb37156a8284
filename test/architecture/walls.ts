import { dirname, join } from 'node:path/posix'
import ts from 'typescript'

/** One source file, `path` relative to src with forward slashes. */
export interface Source {
  path: string
  text: string
}

const SLICES = ['procedures', 'permits', 'dossiers', 'attachments', 'notifications']
const BELOW_TURNS = ['kernel', 'province', 'conversation', ...SLICES]
const SHELLS = ['casework', 'turns']

/** The import table of docs/architecture.md: a folder, and the folders it may import. Files directly in src may import all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  kernel: [],
  province: ['kernel'],
  conversation: ['kernel', 'province'],
  procedures: ['kernel', 'province', 'conversation'],
  dossiers: ['kernel', 'province', 'conversation'],
  permits: ['kernel', 'province', 'conversation', 'dossiers'],
  attachments: ['kernel', 'conversation'],
  notifications: ['kernel', 'conversation'],
  casework: BELOW_TURNS,
  turns: [...BELOW_TURNS, 'casework'],
  staff: [...BELOW_TURNS, ...SHELLS],
  checkpoint: [...BELOW_TURNS, ...SHELLS],
  zalo: [...BELOW_TURNS, 'turns'],
  simulator: [...BELOW_TURNS, ...SHELLS, 'zalo'],
  storage: [...BELOW_TURNS, ...SHELLS],
}

/** The composition of the program. Nobody imports it. */
const COMPOSITION = ['', 'program', 'commands']

/**
 * Rooms of a folder: each may import itself and those named. A file beside the rooms is the door, which no room may import,
 * or `ports.ts`, which all may.
 */
const ROOMS: Record<string, Record<string, readonly string[]>> = {
  conversation: {
    finding: ['session', 'step', 'flow', 'facts', 'checks', 'words'],
    session: ['step', 'flow', 'facts', 'checks', 'words'],
    step: ['flow', 'facts', 'checks', 'words'],
    flow: ['checks', 'words'],
    facts: ['checks', 'words'],
    checks: ['words'],
    words: [],
  },
  permits: { paper: ['grant', 'keys', 'code'], grant: ['keys', 'code'], keys: ['code'], posts: ['code'], code: [] },
  storage: { engine: [] },
  staff: {
    permits: ['dossiers', 'accounts', 'frame'],
    procedures: ['accounts', 'frame'],
    connection: ['accounts', 'frame'],
    replies: ['procedures', 'accounts', 'frame'],
    lists: ['dossiers', 'accounts', 'frame'],
    agencies: ['people', 'accounts', 'frame'],
    people: ['accounts', 'frame'],
    dossiers: ['accounts', 'frame'],
    accounts: ['frame'],
    frame: [],
  },
}

/** What a phone loads: neither Node nor a package is there. */
const ON_PHONES = /^permits\/code\//

/** The only files of another adapter that storage may see: the ports it implements. */
const PORTS_FOR_STORAGE = /^((zalo|checkpoint|staff\/people)\/ports|staff\/accounts\/accounts)\.ts$/

const PROCESS = /^(main|app|cli)\.ts$/
const ROUTES = /(^|\/)(routes|[\w-]+-routes)\.tsx?$|^(app|main)\.ts$|^staff\/\w+\/ports\.ts$|^simulator\/start\.ts$/

const PACKAGE_WALLS: readonly { packages: RegExp; allowed: RegExp; where: string }[] = [
  { packages: /^#province$/, allowed: /^province\//, where: 'province/' },
  { packages: /^xstate$/, allowed: /^conversation\//, where: 'conversation/' },
  { packages: /^(drizzle-orm|better-sqlite3|pg)$/, allowed: /^storage\//, where: 'storage/' },
  { packages: /^(fastify|@fastify\/.+)$/, allowed: ROUTES, where: 'route files, app.ts and main.ts' },
  { packages: /^(bullmq|ioredis)$/, allowed: /^notifications\//, where: 'notifications/' },
  { packages: /^axios$/, allowed: /^(zalo\/|attachments\/fetch)/, where: 'zalo/ and attachments/fetch' },
  { packages: /^undici$/, allowed: /^zalo\//, where: 'zalo/' },
]

/** Folders whose answers depend on their arguments alone. */
const PURE = /^(conversation|dossiers)\//

const FORBIDDEN_WORDS = new Set(
  'utils util helpers helper common misc manager service handler data info process impl base'.split(' '),
)

const LONGEST_FILE = 250

/** In lines, where the program is put together: what is longer puts two things together. */
const LONGEST_COMPOSITION = 80

/** Every way in which one source file breaks the table, as sentences. */
export function violations({ path, text }: Source): string[] {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  return [
    ...imports.flatMap((name) => (name.startsWith('.') ? ownImport(path, name) : packageImport(path, name))),
    ...names(path),
    ...barrel(path, file),
    ...words(path, text),
    ...nodes(path, file),
  ]
}

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

function ownImport(path: string, name: string): string[] {
  const target = join(dirname(path), name)
  const [from, to] = [folderOf(path), folderOf(target)]
  if (target.startsWith('..')) return [`${path} imports ${name}, which is outside src`]
  const found = /\.(tsx?|json)$/.test(name) ? [] : [`${path} imports ${name} without its extension`]
  if (COMPOSITION.includes(from)) return found
  if (from === to) return [...found, ...betweenRooms(path, target)]
  if (COMPOSITION.includes(to)) return [...found, `${path} imports ${target}, which belongs to the process`]
  if (from === 'storage' && PORTS_FOR_STORAGE.test(target)) return found
  const allowed = MAY_IMPORT[from]
  if (!allowed) return [...found, `${path} lies in ${from}/, which is not in the import table`]
  return allowed.includes(to) ? found : [...found, `${path} imports ${target}: ${from} may not import ${to}`]
}

function betweenRooms(path: string, target: string): string[] {
  const [folder = '', from = ''] = path.split('/')
  const [, to = ''] = target.split('/')
  const allowed = ROOMS[folder]?.[from]
  if (!allowed || from === to || allowed.includes(to) || to === 'ports.ts') return []
  return [`${path} imports ${target}: ${folder}/${from} may not import ${folder}/${to}`]
}

/** Files that import each other, over whatever way, and be it only types; each circle as its paths in order. */
export function circles(sources: readonly Source[]): string[][] {
  const imports = new Map(
    sources.map(({ path, text }) => [
      path,
      ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => join(dirname(path), fileName)),
    ]),
  )
  const reachable = (from: string): Set<string> => {
    const seen = new Set<string>()
    const open = [...(imports.get(from) ?? [])]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      open.push(...(imports.get(path) ?? []))
    }
    return seen
  }
  const reach = new Map([...imports.keys()].map((path) => [path, reachable(path)]))
  const found = new Map<string, string[]>()
  for (const [path, seen] of reach) {
    if (!seen.has(path)) continue
    const circle = [...seen].filter((other) => reach.get(other)?.has(path)).sort()
    found.set(circle.join(), circle)
  }
  return [...found.values()]
}

function packageImport(path: string, name: string): string[] {
  if (ON_PHONES.test(path)) return [`${path} imports ${name}, which a phone does not have`]
  if (name.startsWith('node:')) return PURE.test(path) ? [`${path} imports ${name} and is pure`] : []
  const parts = name.split('/')
  const owner = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
  return PACKAGE_WALLS.filter(({ packages, allowed }) => packages.test(owner) && !allowed.test(path)).map(
    ({ where }) => `${path} imports ${owner}, which belongs in ${where}`,
  )
}

function names(path: string): string[] {
  const file = path.split('/').at(-1) ?? path
  // Of the doorbell in this process the word says where it runs.
  return file
    .replace('in-process', '')
    .split(/[-.]/)
    .filter((word) => FORBIDDEN_WORDS.has(word))
    .map((word) => `${path} is named "${word}", which hides what it does`)
}

function barrel(path: string, file: ts.SourceFile): string[] {
  const exportsOnly =
    file.statements.length > 0 && file.statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier)
  return exportsOnly || /(^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel`] : []
}

function words(path: string, text: string): string[] {
  const lines = text.split('\n').length
  return [
    ...(lines > LONGEST_FILE ? [`${path} has ${lines} lines: it does two things`] : []),
    ...(/@ts-(ignore|nocheck|expect-error)/.test(text) ? [`${path} silences the compiler`] : []),
    ...(/\b(TODO|FIXME|HACK|XXX)\b(?!.*#\d)/.test(text) ? [`${path} has a TODO without an issue number`] : []),
  ]
}

function nodes(path: string, file: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const line = () => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${path}:${line()} says any`)
    if (ts.isEnumDeclaration(node)) found.push(`${path}:${line()} has an enum`)
    if (ts.isPropertyAccessExpression(node)) {
      const read = node.getText(file)
      if (read === 'process.env' && path !== 'config.ts')
        found.push(`${path}:${line()} reads the environment; only config.ts does`)
      if (read === 'process.exit' && !PROCESS.test(path)) found.push(`${path}:${line()} ends the process`)
      if (PURE.test(path) && /^(Date\.now|Math\.random)$/.test(read))
        found.push(`${path}:${line()} uses ${read} and is pure`)
    }
    if (
      PURE.test(path) &&
      ts.isNewExpression(node) &&
      node.expression.getText(file) === 'Date' &&
      !node.arguments?.length
    ) {
      found.push(`${path}:${line()} asks the clock and is pure`)
    }
    if (folderOf(path) === 'program' && ts.isFunctionLike(node)) {
      const lines = node.getText(file).split('\n').length
      if (lines > LONGEST_COMPOSITION) found.push(`${path}:${line()} has a function of ${lines} lines`)
    }
    // A style sheet or a script of ours may stand in a page; nothing else goes in unescaped.
    if (ts.isJsxAttribute(node) && node.name.getText(file) === 'dangerouslySetInnerHTML') {
      if (!/\{\{ __html: (css|script) \}\}$/.test(node.getText(file))) found.push(`${path}:${line()} writes raw HTML`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What a test file may not do: leave something out, or replace a module instead of passing a dependency. */
export function testViolations({ path, text }: Source): string[] {
  const left = /\b(?:it|test|describe)\b[^\n'\"`]*\.(?:skip|only|todo|skipIf|runIf)\b/.exec(text)
  return [
    ...(left ? [`${path} uses ${left[0]}: nothing is left out`] : []),
    ...(/\bvi\.(mock|doMock)\(/.test(text) ? [`${path} mocks a module: pass the dependency instead`] : []),
  ]
}

import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { agencies } from '../dossiers/agencies.ts'
import { openAgencies } from '../program/open-agencies.ts'
import { openElsewhere, openKinds } from '../program/open-catalogue.ts'
import { consequencesOf, renderEdition } from '../procedures/consequences.ts'
import { createLiveCatalogue } from '../procedures/catalogue.ts'
import { drawFlow } from '../procedures/draw.tsx'
import { catalogueOf, lintFolders, playCases, renderDifference, type Report } from '../procedures/folder-report.ts'
import { renderSchema } from '../procedures/json-schema.ts'
import type { Names } from '../procedures/lint/rule.ts'
import { load } from '../procedures/load.ts'
import { createExaminerHere } from '../procedures/examiner.ts'
import { createPublishing } from '../procedures/publishing.ts'
import { type FlowFolder, readFlowFolders } from '../procedures/read-folder.ts'
import { type Act, stage, rehearse } from '../procedures/rehearse.ts'
import { createElsewhereVersions } from '../storage/elsewhere-versions.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createFlowDrafts } from '../storage/flow-drafts.ts'
import { createFlowVersions } from '../storage/flow-versions.ts'
import { createPendingDossiers } from '../storage/pending-dossiers.ts'
import { createPinnedConversations } from '../storage/pinned.ts'
import { createStepCounts } from '../storage/step-counts.ts'

interface FlowCommandParts {
  flowsFolder: string
  openDatabase: () => Promise<Engine>
  /** Whether there is a database to ask; the files are looked at without one too. */
  hasDatabase: () => boolean
  say: (text: string) => void
}

const USAGE = `npm run flows -- …
  lint [thủ tục…]                 tìm lỗi trong flows/ và chạy các cuộc trò chuyện mẫu
  play <thủ tục> [--case <tên>]   chạy trò chuyện mẫu; với tên thì in cả cuộc
  play <thủ tục> --talk           trò chuyện thử ngay tại đây
  draw <thủ tục> [tệp.svg]        vẽ các bước
  diff <thủ tục>                  khác gì với bản người dân đang dùng
  publish <thủ tục>               xuất bản
  schema                          ghi lại flows/flow.schema.json cho trình soạn thảo`

/** `npm run flows -- …`. True when all went well. */
export async function runFlowCommand(words: readonly string[], parts: FlowCommandParts): Promise<boolean> {
  const { flowsFolder, openDatabase, say } = parts
  const order = read(words)
  if (!order) return fail(USAGE)
  const { verb, names, title, isTalk } = order
  const folders = readFlowFolders(flowsFolder)
  const unknown = names.filter((name) => !folders.some(({ flow }) => flow === name))
  if (verb !== 'draw' && unknown.length > 0) return fail(`Không có flows/${unknown[0]}/flow.yaml.`)
  const chosen = folders.filter(({ flow }) => names.includes(flow))

  function fail(text: string): false {
    say(text)
    return false
  }
  const tell = ({ lines, isGood }: Report): boolean => {
    lines.forEach(say)
    return isGood
  }

  if (verb === 'lint')
    return tell(lintFolders(folders, names.length === 0 ? folders : chosen, await namesStanding(parts)))
  if (verb === 'schema') {
    await writeFile(join(flowsFolder, 'flow.schema.json'), renderSchema())
    say('Đã ghi flows/flow.schema.json.')
    return true
  }
  const folder = folders.find(({ flow }) => flow === names[0])
  if (!folder) return fail(names[0] === undefined ? USAGE : `Không có flows/${names[0]}/flow.yaml.`)
  switch (verb) {
    case 'play':
      return isTalk
        ? talk(folder, folders, await namesStanding(parts), say)
        : tell(playCases(folders, folder, title, await namesStanding(parts)))
    case 'draw':
      return draw(folder, names[1] ?? `${folder.flow}.svg`, say)
    case 'diff':
    case 'publish': {
      const engine = await openDatabase()
      try {
        return await (verb === 'diff' ? showDifference : publish)(
          folder,
          engine,
          await namesIn(flowsFolder, engine),
          say,
        )
      } finally {
        await engine.close()
      }
    }
  }
}

/** What the files of this folder may name: agencies as administrators have recorded them by now, or those that files came with. */
const namesIn = async (flowsFolder: string, engine?: Engine): Promise<Names> => ({
  kinds: (await openKinds(flowsFolder)).all,
  agencies: engine ? (await openAgencies(engine, Date.now)).agencyCodes() : agencies.map(({ code }) => code),
  elsewhere: await openElsewhere(flowsFolder),
})

/** The same, of the database where there is one. One that cannot be opened stops nobody, and is told. */
async function namesStanding({ flowsFolder, hasDatabase, openDatabase, say }: FlowCommandParts): Promise<Names> {
  if (!hasDatabase()) return namesIn(flowsFolder)
  let engine: Engine | undefined
  try {
    engine = await openDatabase()
    return await namesIn(flowsFolder, engine)
  } catch {
    say(
      'Không mở được cơ sở dữ liệu, nên so với danh sách cơ quan có sẵn, chưa có cơ quan mới ghi trên trang quản trị.',
    )
    return await namesIn(flowsFolder)
  } finally {
    await engine?.close()
  }
}

const VERBS = ['lint', 'play', 'draw', 'diff', 'publish', 'schema'] as const

function read(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { case: { type: 'string' }, talk: { type: 'boolean', default: false } },
    })
    const [first, ...names] = positionals
    const verb = VERBS.find((it) => it === first)
    return verb && { verb, names, title: values.case, isTalk: values.talk }
  } catch {
    return undefined
  }
}

async function draw({ flow, text }: FlowFolder, target: string, say: (text: string) => void): Promise<boolean> {
  const loaded = load(text)
  if (!loaded.ok) {
    loaded.findings.forEach(({ line, column, message }) => say(`flows/${flow}/flow.yaml:${line}:${column} ${message}`))
    return false
  }
  await writeFile(target, drawFlow(loaded.source.file))
  say(`Đã vẽ vào ${target}. Mở tệp này bằng trình duyệt.`)
  return true
}

function publishingOf(engine: Engine, names: Names) {
  const versions = createFlowVersions(engine)
  const elsewhere = createElsewhereVersions(engine)
  const catalogue = createLiveCatalogue(versions, undefined, undefined, undefined, names.kinds, elsewhere)
  const publishing = createPublishing({
    ...{ versions, elsewhere, catalogue, names, now: Date.now, examiner: createExaminerHere() },
    drafts: createFlowDrafts(engine),
    counts: createStepCounts(engine),
    pinned: createPinnedConversations(engine),
    pending: createPendingDossiers(engine),
  })
  return { publishing, catalogue }
}

async function showDifference(folder: FlowFolder, engine: Engine, names: Names, say: (text: string) => void) {
  const { flow, text, cases = '' } = folder
  const { publishing, catalogue } = publishingOf(engine, names)
  await catalogue.refresh()
  const [newest] = await publishing.history(flow)
  say(newest ? `Đang dùng: ${renderEdition(newest)}, ${newest.publishedBy}` : 'Chưa xuất bản lần nào.')
  renderDifference(newest?.source ?? '', text).forEach(say)
  consequencesOf(await publishing.examine(text, cases, flow), newest).forEach(say)
  return true
}

async function publish(folder: FlowFolder, engine: Engine, names: Names, say: (text: string) => void) {
  const { flow, text, cases = '' } = folder
  const { publishing, catalogue } = publishingOf(engine, names)
  await catalogue.refresh()
  const [newest] = await publishing.history(flow)
  const consequences = consequencesOf(await publishing.examine(text, cases, flow), newest)
  const by = `${userInfo().username} (dòng lệnh)`
  const answer = await publishing.publish({ source: text, cases, by, flow, after: newest ?? 'nothing' })
  switch (answer.outcome) {
    case 'published':
      consequences.forEach(say)
      say(`Đã xuất bản ${renderEdition(answer.row)}. Máy chủ đang chạy dùng bản này trong vòng 5 giây.`)
      return true
    case 'unchanged':
      say('Giống hệt bản đang dùng, không có gì để xuất bản.')
      return true
    case 'overtaken':
      say('Vừa có người xuất bản một bản khác. Xin xem lại bằng lệnh diff.')
      return false
    case 'refused':
      for (const { line, column, message } of answer.examined.findings)
        say(`flows/${flow}/flow.yaml:${line}:${column} ${message}`)
      for (const { line, column, message } of answer.examined.caseFindings)
        say(`flows/${flow}/cases.yaml:${line}:${column} ${message}`)
      say('Chưa xuất bản. Bản đang dùng vẫn giữ nguyên.')
      return false
  }
}

const SIGNS: Readonly<Record<string, Act>> = {
  '/anh': { type: 'photo' },
  '/tep': { type: 'document' },
  '/the': { type: 'card' },
  '/thay': { type: 'found' },
  '/khong-thay': { type: 'nothing' },
}

/** A chat in the terminal. A number taps the button of that number, as citizens without buttons type it. */
async function talk(
  { flow, text }: FlowFolder,
  folders: readonly FlowFolder[],
  names: Names,
  say: (text: string) => void,
) {
  const staged = stage(text, catalogueOf(folders, names), names)
  if (!staged.ok) {
    staged.findings.forEach(({ line, column, message }) => say(`flows/${flow}/flow.yaml:${line}:${column} ${message}`))
    return false
  }
  say('Gõ như người dân. /anh, /tep, /the gửi ảnh, tệp, ảnh thẻ căn cước; /lui lùi một lượt; Ctrl+D để thôi.\n')
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
  const acts: Act[] = []
  let shown = 0
  const show = () => {
    const { bubbles, asks } = rehearse(flow, acts, staged.flows, Date.now())
    if (shown > bubbles.length) shown = 0
    for (const { by, text: said, choices, step } of bubbles.slice(shown)) {
      if (by === 'citizen') continue
      say(by === 'program' ? `  (${said})` : said.replace(/^/gm, '  '))
      choices.forEach((choice) => say(`    [${choice.label}]`))
      if (step !== undefined) say(`    · ${step}\n`)
    }
    shown = bubbles.length
    if (asks !== undefined) say('  (Chương trình đang tìm dữ liệu: gõ /thay hoặc /khong-thay.)')
  }
  show()
  terminal.prompt()
  for await (const line of terminal) {
    if (line.trim() === '/lui') acts.pop()
    else if (line.trim() !== '') acts.push(SIGNS[line.trim()] ?? { type: 'says', text: line })
    show()
    terminal.prompt()
  }
  return true
}

import { type DiffLine, compareTexts } from './compare.ts'
import { createCatalogue, type Catalogue } from './catalogue.ts'
import { examine } from './examine.ts'
import { fewWords } from './lint/few-words.ts'
import type { Names } from './lint/rule.ts'
import { straySays } from './lint/stray-says.ts'
import type { Finding } from './finding.ts'
import { load } from './load.ts'
import { planPublication } from './publish.ts'
import type { FlowFolder } from './read-folder.ts'

/** What a command says to a clerk, and whether it ends well. */
export interface Report {
  lines: string[]
  isGood: boolean
}

/** The flows of a folder as if published: those without mistakes, so that examples may lead from one to another. */
export function catalogueOf(folders: readonly FlowFolder[], { kinds, elsewhere }: Names = {}): Catalogue {
  const rows = folders.flatMap(({ text }) => {
    const plan = planPublication(text, [], 'flows/', 0)
    return plan.outcome === 'published' ? [plan.row] : []
  })
  return createCatalogue(rows, undefined, undefined, undefined, kinds, elsewhere)
}

const place = (path: string, { line, column, message }: Finding): string => `${path}:${line}:${column} ${message}`

/** Every mistake of the chosen flows and their examples, as `flows/x/flow.yaml:12:5 …`. */
export function lintFolders(folders: readonly FlowFolder[], chosen: readonly FlowFolder[], names: Names = {}): Report {
  const known = { rows: [], pinned: [], flows: catalogueOf(folders, names), names }
  const lines = chosen.flatMap(({ flow, text, cases = '' }) => {
    const { findings, caseFindings } = examine(text, cases, known, flow)
    const loaded = load(text)
    // A clerk may publish before it is known how people say a thing; what is shipped says it.
    const wordless = loaded.ok ? [...fewWords(loaded.source), ...straySays(loaded.source, known.flows)] : []
    return [
      ...[...findings, ...wordless].map((finding) => place(`flows/${flow}/flow.yaml`, finding)),
      ...caseFindings.map((finding) => place(`flows/${flow}/cases.yaml`, finding)),
    ]
  })
  const isGood = lines.length === 0
  return {
    lines: [...lines, isGood ? `${chosen.length} thủ tục, không có lỗi.` : `Còn ${lines.length} chỗ phải sửa.`],
    isGood,
  }
}

/** Plays the examples of one flow, or the one of that title, and tells how each came out. */
export function playCases(
  folders: readonly FlowFolder[],
  folder: FlowFolder,
  title?: string,
  names: Names = {},
): Report {
  const { flow, text, cases = '' } = folder
  const { findings, caseFindings, examples } = examine(
    text,
    cases,
    { rows: [], pinned: [], flows: catalogueOf(folders, names), names },
    flow,
  )
  const unplayable = findings.filter(({ rule }) => rule !== 'unrehearsed')
  const unread = caseFindings.filter(({ rule }) => rule === 'examples')
  if (unplayable.length > 0 || unread.length > 0)
    return {
      lines: [
        ...unplayable.map((finding) => place(`flows/${flow}/flow.yaml`, finding)),
        ...unread.map((finding) => place(`flows/${flow}/cases.yaml`, finding)),
      ],
      isGood: false,
    }
  const chosen = examples.filter((example) => title === undefined || example.title === title)
  if (chosen.length === 0) {
    const titles = examples.map((example) => `  ${example.title}`)
    return {
      lines: [title === undefined ? 'Chưa có ví dụ nào.' : 'Không có ví dụ tên đó. Có:', ...titles],
      isGood: false,
    }
  }
  const lines = chosen.flatMap((example) => [
    `${example.failures.length === 0 ? '✓' : '✗'} ${example.title}`,
    ...example.failures.map((failure) => `    ${failure}`),
    ...(title === undefined ? [] : example.transcript.map((said) => said.replace(/^/gm, '  │ '))),
  ])
  return { lines, isGood: chosen.every(({ failures }) => failures.length === 0) }
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const

/** Lines as a terminal shows a difference. Two texts that are equal say so. */
export function renderDifference(before: string, after: string): string[] {
  const lines = compareTexts(before, after)
  const isEqual = lines.every(({ kind }) => kind === 'same' || kind === 'skipped')
  return isEqual ? ['Không có gì khác.'] : lines.map(renderLine)
}

const renderLine = (line: DiffLine): string =>
  line.kind === 'skipped' ? `  … ${line.lines} dòng giống nhau …` : `${SIGNS[line.kind]} ${line.text}`

/** Sections of our papers that a text names and that have no heading there: `src/a.ts: qr §4.3`. `pages` is name → Markdown. */
export function danglingSections(path: string, text: string, pages: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(pages).join('|')
  const reference = new RegExp(`(?<![\\w-])(${names})(?:\\.md)? ((?:[,–-]? ?§\\d+(?:\\.\\d+)*)+)`, 'g')
  return [...text.matchAll(reference)].flatMap(([, name = '', sections = '']) =>
    [...sections.matchAll(/\d+(?:\.\d+)*/g)]
      .filter(([section]) => !hasHeading(pages[name] ?? '', section))
      .map(([section]) => `${path}: ${name} §${section}`),
  )
}

const hasHeading = (page: string, section: string): boolean =>
  new RegExp(`^#+ ${section.replaceAll('.', '\\.')}\\.? `, 'm').test(page)

/** Links of a paper to files of ours that are not there: `docs/a.md: gone.md`. */
export function deadLinks(paper: string, text: string, isThere: (paper: string, target: string) => boolean): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !isThere(paper, target))
    .map((target) => `${paper}: ${target}`)
}

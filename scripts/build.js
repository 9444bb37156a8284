// Writes src/ into a clean dist/ as JavaScript, file by file, copies what is not TypeScript (style sheets, browser
// scripts, tables), and bundles the checkpoint app. Takes a second or two, since types are read by `npm run check` alone.
import { build } from 'esbuild'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build-app.js'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')
const dist = join(root, 'dist')

const isTypeScript = (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
const isOfBrowser = (path) => /checkpoint.(browser|worker)(?=\W|$)/.test(path)

/** Every file is kept as it stands, but imports the others by the names they have in dist/. */
const importWritten = {
  name: 'import what was written',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/^(\..*)\.tsx?$/, '$1.js'), external: true },
    )
  },
}

rmSync(dist, { recursive: true, force: true })
await build({
  entryPoints: readdirSync(source, { recursive: true })
    .filter((path) => isTypeScript(path) && !isOfBrowser(path))
    .map((path) => join(source, path)),
  outbase: source,
  outdir: dist,
  tsconfig: join(root, 'tsconfig.json'),
  plugins: [importWritten],
  bundle: true,
  treeShaking: false,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  charset: 'utf8',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
})
cpSync(source, dist, {
  recursive: true,
  filter: (path) => !/\.tsx?$/.test(path) && !isOfBrowser(path),
})
await buildApp()

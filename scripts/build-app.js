// Bundles the checkpoint app into dist/checkpoint/app, with a compressed copy beside each file. Called by build.js, and
// by itself before `npm run dev`.
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src/checkpoint')
const target = join(root, 'dist/checkpoint/app')
const cache = join(root, 'node_modules/.cache/mot-cua')

// Chrome 83 is the first with a decoder of its own; Safari 14.1 runs on phones of 2015, and 14.0 errs in destructuring.
const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome83', 'safari14.1'],
  legalComments: 'none',
  logLevel: 'warning',
}

export async function buildApp() {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  await build({
    ...options,
    entryPoints: [join(source, 'browser/app.tsx')],
    outfile: join(target, 'app.js'),
    tsconfig: join(source, 'browser/tsconfig.json'),
  })
  const css = ['verdict.css', 'browser/app.css'].map((file) => readFileSync(join(source, file), 'utf8')).join('')
  await build({ ...options, stdin: { contents: css, loader: 'css' }, outfile: join(target, 'app.css') })
  for (const file of ['index.html', 'manifest.webmanifest']) cpSync(join(source, 'browser', file), join(target, file))
  cpSync(join(source, 'browser/icons'), target, { recursive: true })
  cpSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'), join(target, 'zxing_reader.wasm'))

  // The worker comes last, because it names the others.
  const files = readdirSync(target).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(target, file)))
  const kept = files.filter((file) => file !== 'index.html').map((file) => `/checkpoint/${file}`)
  await build({
    ...options,
    entryPoints: [join(source, 'worker/sw.ts')],
    outfile: join(target, 'sw.js'),
    tsconfig: join(source, 'worker/tsconfig.json'),
    define: { FILES: JSON.stringify(kept), VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)) },
  })
  for (const file of readdirSync(target)) if (!file.endsWith('.png')) compress(join(target, file))
}

/** The best compression of the decoder takes seconds, so it is done once for each version of it. */
function compress(path) {
  const bytes = readFileSync(path)
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  const ways = { br: () => brotliCompressSync(bytes, best), gz: () => gzipSync(bytes, { level: 9 }) }
  for (const [ending, way] of Object.entries(ways)) {
    const known = join(cache, `${createHash('sha256').update(bytes).digest('hex')}.${ending}`)
    if (!existsSync(known)) {
      mkdirSync(cache, { recursive: true })
      writeFileSync(known, way())
    }
    cpSync(known, `${path}.${ending}`)
  }
}

if (process.argv[1] === import.meta.filename) await buildApp()

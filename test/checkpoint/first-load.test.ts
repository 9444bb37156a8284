import { build } from 'esbuild'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const browser = join(root, 'src/checkpoint/browser')

async function bundle(contents: string, resolveDir: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, legalComments: 'none' },
    tsconfig: join(browser, 'tsconfig.json'),
  })
  return Buffer.from(outputFiles[0]!.contents)
}

/** Quality 5 takes milliseconds for the decoder where the built files take seconds, and gives a few kilobytes more. */
const brotli = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

it('brings the whole app to a phone in at most 500 kB', async () => {
  const app = await bundle("import './app.tsx'", browser)
  const decoder = readFileSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
  const styles = ['verdict.css', 'browser/app.css'].map((file) => readFileSync(join(root, 'src/checkpoint', file)))
  const icons = readdirSync(join(browser, 'icons')).map((file) => statSync(join(browser, 'icons', file)).size)
  const total = [app, decoder, ...styles]
    .map(brotli)
    .concat(icons)
    .reduce((sum, size) => sum + size)
  expect(total).toBeLessThan(500_000)
})

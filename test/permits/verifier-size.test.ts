import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const GZIP_LIMIT = 3_072

const { outputFiles, metafile } = await build({
  stdin: {
    contents: "export { open } from './seal.ts'\nexport { judgeTime } from './judge.ts'",
    resolveDir: fileURLToPath(new URL('../../src/permits/code', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  minify: true,
  // Digits are read with BigInt, which es2020 has.
  target: 'es2020',
  platform: 'neutral',
  // Left standing, so that the test below finds them.
  external: ['node:*'],
  metafile: true,
  write: false,
})

describe('the verifier in the browser', () => {
  it('takes no more than 3 kB of a phone’s connection', () => {
    expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThanOrEqual(GZIP_LIMIT)
  })

  it('needs neither Node nor a package', () => {
    expect(outputFiles[0]!.text).not.toMatch(/node:|\bimport\b|\brequire\b/)
    expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
  })

  it('is the source that the server runs', () => {
    expect(Object.keys(metafile.inputs).map((path) => path.split('/').pop())).toEqual(
      expect.arrayContaining(['seal.ts', 'cose.ts', 'cbor.ts', 'claims.ts', 'digits.ts', 'judge.ts', 'terms.ts']),
    )
  })
})

// Compiles src/ into a clean dist/, copies what is not TypeScript (style sheets, browser scripts, tables), and bundles
// the checkpoint app.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build-app.js'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const tsc = join(root, 'node_modules/typescript/bin/tsc')
const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'src/tsconfig.json')], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
cpSync(join(root, 'src'), dist, {
  recursive: true,
  filter: (path) =>
    !/\.tsx?$/.test(path) && !path.endsWith('tsconfig.json') && !/checkpoint.(browser|worker)$/.test(path),
})
await buildApp()

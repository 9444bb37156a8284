import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { province } from '../src/province/province.ts'
import { unusedExports } from './architecture/exports.ts'
import { circles, type Source, testViolations, violations } from './architecture/walls.ts'

function sources(folder: string): Source[] {
  const root = join(import.meta.dirname, '..', folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))
}

it('finds no import, name or habit in src that the import table forbids', () => {
  expect(sources('src').flatMap(violations)).toEqual([])
})

it('finds no files in src that import each other', () => {
  expect(circles(sources('src'))).toEqual([])
})

it('exports only what another file uses', () => {
  expect(unusedExports([...sources('src'), ...sources('test')])).toEqual([])
  const lonely = { path: 'a.ts', text: 'export const lonely = 1' }
  expect(unusedExports([lonely, { path: 'b.ts', text: 'lone' }])).toEqual([
    'a.ts exports lonely, which no other file uses',
  ])
})

it('names the province nowhere but in its files', () => {
  const { name } = province
  expect(
    sources('src')
      .filter(({ text }) => text.includes(name))
      .map(({ path }) => path),
  ).toEqual([])
})

it('leaves no test out and mocks no module', () => {
  const tests = sources('test').filter(({ path }) => !path.startsWith('architecture'))
  expect(tests.flatMap(testViolations)).toEqual([])
})

const BROKEN: readonly (readonly [path: string, text: string, sentence: string])[] = [
  ['kernel/ids.ts', "import '../turns/ports.ts'", 'kernel/ids.ts imports turns/ports.ts: kernel may not import turns'],
  ['dossiers/a.ts', "import type { P } from '../permits/permit.ts'", 'dossiers/a.ts imports permits/permit.ts: dossiers may not import permits'],
  ['staff/a.ts', "export { x } from '../zalo/client.ts'\nconst y = 1", 'staff/a.ts imports zalo/client.ts: staff may not import zalo'],
  ['zalo/a.ts', "const x = await import('../storage/schema.ts')", 'zalo/a.ts imports storage/schema.ts: zalo may not import storage'],
  ['storage/a.ts', "import '../zalo/client.ts'", 'storage/a.ts imports zalo/client.ts: storage may not import zalo'],
  ['turns/a.ts', "import '../config.ts'", 'turns/a.ts imports config.ts, which belongs to the process'],
  ['turns/a.ts', "import '../kernel/ids'", 'turns/a.ts imports ../kernel/ids without its extension'],
  ['turns/a.ts', "import '../../flows/x.json'", 'turns/a.ts imports ../../flows/x.json, which is outside src'],
  ['turns/a.ts', "import '../program/program.ts'", 'turns/a.ts imports program/program.ts, which belongs to the process'],
  ['conversation/words/a.ts', "import '../flow/compile.ts'", 'conversation/words/a.ts imports conversation/flow/compile.ts: conversation/words may not import conversation/flow'],
  ['conversation/step/a.ts', "import '../take-turn.ts'", 'conversation/step/a.ts imports conversation/take-turn.ts: conversation/step may not import conversation/take-turn.ts'],
  ['permits/posts/a.ts', "import '../keys/keys.ts'", 'permits/posts/a.ts imports permits/keys/keys.ts: permits/posts may not import permits/keys'],
  ['storage/engine/a.ts', "import '../inbox.ts'", 'storage/engine/a.ts imports storage/inbox.ts: storage/engine may not import storage/inbox.ts'],
  ['permits/code/a.ts', "import 'node:crypto'", 'permits/code/a.ts imports node:crypto, which a phone does not have'],
  ['payments/a.ts', "import '../kernel/ids.ts'", 'payments/a.ts lies in payments/, which is not in the import table'],
  ['dossiers/a.ts', "import file from '#province/communes.json'", 'dossiers/a.ts imports #province, which belongs in province/'],
  ['turns/a.ts', "import { setup } from 'xstate'", 'turns/a.ts imports xstate, which belongs in conversation/'],
  ['turns/a.ts', "import { eq } from 'drizzle-orm/sqlite-core'", 'turns/a.ts imports drizzle-orm, which belongs in storage/'],
  ['staff/login.ts', "import type { X } from '@fastify/cookie'", 'staff/login.ts imports @fastify/cookie, which belongs in route files, app.ts and main.ts'],
  ['turns/a.ts', "import { Queue } from 'bullmq'", 'turns/a.ts imports bullmq, which belongs in notifications/'],
  ['attachments/store.ts', "import axios from 'axios'", 'attachments/store.ts imports axios, which belongs in zalo/ and attachments/fetch'],
  ['attachments/fetch.ts', "import { Pool } from 'undici'", 'attachments/fetch.ts imports undici, which belongs in zalo/'],
  ['conversation/a.ts', "import { readFile } from 'node:fs'", 'conversation/a.ts imports node:fs and is pure'],
  ['conversation/a.ts', 'const now = Date.now()', 'conversation/a.ts:1 uses Date.now and is pure'],
  ['conversation/a.ts', 'const now = new Date()', 'conversation/a.ts:1 asks the clock and is pure'],
  ['zalo/a.ts', "const port = process.env['PORT']", 'zalo/a.ts:1 reads the environment; only config.ts does'],
  ['zalo/a.ts', 'process.exit(1)', 'zalo/a.ts:1 ends the process'],
  ['zalo/a.ts', 'let x: any', 'zalo/a.ts:1 says any'],
  ['zalo/a.ts', '// @ts-ignore\nx()', 'zalo/a.ts silences the compiler'],
  ['zalo/a.ts', '// TODO: later', 'zalo/a.ts has a TODO without an issue number'],
  ['zalo/a.ts', '\n'.repeat(300), 'zalo/a.ts has 301 lines: it does two things'],
  ['program/a.ts', `const open = () => {${'\n'.repeat(80)}}`, 'program/a.ts:1 has a function of 81 lines'],
  ['zalo/token-utils.ts', '', 'zalo/token-utils.ts is named "utils", which hides what it does'],
  ['zalo/index.ts', 'const x = 1', 'zalo/index.ts is a barrel'],
  ['zalo/all.ts', "export * from './client.ts'", 'zalo/all.ts is a barrel'],
  ['staff/page.tsx', 'const p = <p dangerouslySetInnerHTML={{ __html: x }} />', 'staff/page.tsx:1 writes raw HTML'],
] // prettier-ignore

it.each(BROKEN)('reports %s with %s', (path, text, sentence) => {
  expect(violations({ path, text })).toEqual([sentence])
})

it.each([
  ['permits/grant.ts', "import '../dossiers/dossier.ts'"],
  ['permits/grant/grant.ts', "import '../ports.ts'"],
  ['program/program.ts', "import '../config.ts'"],
  ['program/a.ts', `const open = () => {${'\n'.repeat(79)}}`],
  ['simulator/sign.ts', "import { signDelivery } from '../zalo/signature.ts'"],
  ['simulator/start.ts', "import Fastify from 'fastify'"],
  ['staff/staff-routes.tsx', "import cookie from '@fastify/cookie'"],
  ['storage/tokens.ts', "import type { TokenStore } from '../zalo/ports.ts'"],
  ['config.ts', 'const port = process.env.PORT'],
  ['conversation/machine.ts', "import { setup } from 'xstate'\nconst at = new Date(5)"],
])('accepts %s with %s', (path, text) => {
  expect(violations({ path, text })).toEqual([])
})

it.each(['it.skip(', 'describe.each(x).only(', 'test.todo('])('reports a test that says %s', (text) => {
  expect(testViolations({ path: 'a.test.ts', text: `${text}'x', () => {})` })).toHaveLength(1)
})

it('reports files that import each other, over whatever way', () => {
  const file = (name: string, ...imports: string[]) => ({
    path: `turns/${name}.ts`,
    text: imports.map((other) => `import type { X } from './${other}.ts'`).join('\n'),
  })
  const sources = [file('a', 'b'), file('b', 'c', 'd'), file('c', 'a'), file('d', 'e'), file('e', 'd'), file('f', 'a')]
  expect(circles(sources)).toEqual([
    ['turns/a.ts', 'turns/b.ts', 'turns/c.ts'],
    ['turns/d.ts', 'turns/e.ts'],
  ])
})

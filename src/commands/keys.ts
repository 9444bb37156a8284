import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { renderInstant } from '../kernel/clock.ts'
import { readKeyList, writeKeyList, type KeyList } from '../permits/code/key-list.ts'
import { createKeyManagement } from '../permits/keys/manage-keys.ts'
import type { KeyStore } from '../permits/keys/key-store.ts'
import { parsePermitKeys } from '../permits/keys/keys.ts'
import { makeRoot, SHORTEST_PASSPHRASE, signKeyList } from '../permits/keys/root-key.ts'
import { inventSecret, type WrappingSecret } from '../permits/keys/wrap-key.ts'

interface KeyCommandParts {
  /** Opens the database; the parts that need none never ask. */
  openRing: () => Promise<OpenRing>
  now: () => number
  say: (text: string) => void
}

interface OpenRing {
  store: KeyStore
  secrets: readonly WrappingSecret[]
  /** Numbers of permits under this key that have not ended and were not revoked. */
  affected: (keyId: string, now: number) => Promise<string[]>
  /** Makes new permits of those under a lost key; answers how many, and how many could not be made. */
  reIssue: (keyId: string) => Promise<{ reIssued: number; left: number }>
  close: () => Promise<void>
}

const USAGE = `npm run permit-keys -- …
  secret                          prints a fresh secret for PERMIT_KEYS
  show                            the keys, their windows and the published list
  rotate [--at-once]              makes the next key (monthly); with --root it is published in the same step
  draft                           prints the list to be signed
  publish <signed list>           takes in what was signed
  withdraw <key id> --because …   a key was lost: with --root and --re-issue everything in one run
  re-issue <key id>               new permits for those under a withdrawn key
  adopt                           reads keys of the old PERMIT_KEYS spelling from standard input
On a machine without a network (no database is opened):
  root <file>                     makes a root key and prints its public half for trust
  sign <draft> --root <file>      signs a list
  trust <public half> / distrust  which root keys phones are told to trust
--root <file> asks for the passphrase on standard input, signs and publishes at once.`

/** `npm run permit-keys -- …`. True when all went well. */
export async function runKeyCommand(words: readonly string[], parts: KeyCommandParts): Promise<boolean> {
  const { say, now } = parts
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      root: { type: 'string' },
      'at-once': { type: 'boolean', default: false },
      're-issue': { type: 'boolean', default: false },
      because: { type: 'string' },
    },
  })
  const [word, given] = positionals
  const fail = (text: string): false => (say(text), false)

  if (word === 'secret') {
    say(inventSecret())
    return true
  }
  if (word === 'root' && given !== undefined) return newRoot(given, say)
  if (word === 'sign') {
    const list = given === undefined ? undefined : readKeyList(new Uint8Array(Buffer.from(given, 'base64url')))
    if (!list || values.root === undefined) return fail('Usage: sign <draft> --root <file>')
    describe(list, say)
    say(await signKeyList(list, await readFile(values.root, 'utf8'), await readPassphrase()))
    return true
  }

  const ring = await parts.openRing()
  const management = createKeyManagement(ring.store, ring.secrets)
  const publishNow = async (root: string): Promise<boolean> => {
    const signed = await signKeyList(
      await management.draft(now()),
      await readFile(root, 'utf8'),
      await readPassphrase(),
    )
    return tellPublished(await management.publish(signed, now()), say)
  }
  /** Signs here when the root key is at hand, or says what to carry to it. */
  const settle = async (): Promise<boolean> => {
    if (values.root !== undefined) return publishNow(values.root)
    say(`Sign this list where the root key is, then publish it:\n${toDraft(await management.draft(now()))}`)
    return true
  }

  try {
    switch (word) {
      case 'show':
        await show(ring.store, say)
        return true
      case 'rotate': {
        const key = await management.rotate(now(), { atOnce: values['at-once'] })
        say(`Key ${key.keyId}: in force from ${renderInstant(key.notBefore)} to ${renderInstant(key.notAfter)}.`)
        return await settle()
      }
      case 'draft':
        say(toDraft(await management.draft(now())))
        return true
      case 'publish':
        return given === undefined ? fail(USAGE) : tellPublished(await management.publish(given, now()), say)
      case 'trust':
      case 'distrust':
        if (!/^[A-Za-z0-9_-]{87}$/.test(given ?? '')) return fail('A public half has 87 letters, digits, - and _.')
        await (word === 'trust' ? ring.store.trust(given!, now()) : ring.store.distrust(given!))
        say('Done. Phones learn of it when they next sign in.')
        return true
      case 'withdraw': {
        if (given === undefined || !values.because) return fail('Usage: withdraw <key id> --because "…"')
        if ((await management.withdraw(given, now(), values.because)) === 'unknown')
          return fail(`There is no key ${given}.`)
        const numbers = await ring.affected(given, now())
        say(`Key ${given} is withdrawn. ${numbers.length} permits in force are under it:`)
        for (const number of numbers) say(`  ${number}`)
        if (!(await management.hasOneInForce(now()))) await management.rotate(now(), { atOnce: true })
        if (!(await settle())) return false
        return values['re-issue'] ? await reIssue(given, ring, say) : true
      }
      case 're-issue':
        return given === undefined ? fail(USAGE) : await reIssue(given, ring, say)
      case 'adopt': {
        const parsed = parsePermitKeys(await readLine())
        if (!parsed.ok) return fail(parsed.problems.join('\n'))
        for (const key of parsed.keys) say(`${key.keyId}: ${await management.adopt(key, now())}`)
        return await settle()
      }
      default:
        return fail(USAGE)
    }
  } finally {
    await ring.close()
  }
}

/** A running program holds the key for up to this long after it was withdrawn, and may seal one more permit with it. */
const RING_LOOKED_UP = 20_000

async function reIssue(keyId: string, ring: OpenRing, say: (text: string) => void): Promise<boolean> {
  const first = await ring.reIssue(keyId)
  await pause(RING_LOOKED_UP)
  const second = await ring.reIssue(keyId)
  const { reIssued, left } = { reIssued: first.reIssued + second.reIssued, left: second.left }
  say(`${reIssued} permits were made again and are on their way to their holders; ${left} are left.`)
  return left === 0
}

async function newRoot(file: string, say: (text: string) => void): Promise<boolean> {
  const passphrase = await readPassphrase()
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    say(`The passphrase needs at least ${SHORTEST_PASSPHRASE} characters.`)
    return false
  }
  const { pem, point } = makeRoot(passphrase)
  await writeFile(file, pem, { flag: 'wx', mode: 0o600 })
  say(`Keep the file and its passphrase apart and off every network. Its public half, for trust:\n${point}`)
  return true
}

async function show(store: KeyStore, say: (text: string) => void): Promise<void> {
  const [keys, list, roots] = await Promise.all([store.keys(), store.newestList(), store.roots()])
  for (const { keyId, notBefore, notAfter, withdrawnAt } of keys) {
    const end = withdrawnAt === undefined ? '' : `, WITHDRAWN ${renderInstant(withdrawnAt)}`
    say(`${keyId}  ${renderInstant(notBefore)} – ${renderInstant(notAfter)}${end}`)
  }
  say(list ? `List ${list.serial} was published ${renderInstant(list.publishedAt)}.` : 'No list was ever published.')
  say(`${roots.length} root keys are trusted.`)
}

const toDraft = (list: KeyList): string => Buffer.from(writeKeyList(list)).toString('base64url')

function describe({ serial, issuedAt, keys, timestampKeys = [] }: KeyList, say: (text: string) => void): void {
  say(`List ${serial} of ${renderInstant(issuedAt)}:`)
  for (const { keyId, notBefore, notAfter } of [...keys, ...timestampKeys])
    say(`  ${keyId}  ${renderInstant(notBefore)} – ${renderInstant(notAfter)}`)
}

const PUBLISHED = {
  published: 'The list is published. Phones fetch it within the hour.',
  untrusted: 'No trusted root key signed this list (see trust).',
  stale: 'The keys changed since this list was drawn up: draft and sign it anew.',
} as const

function tellPublished(outcome: keyof typeof PUBLISHED, say: (text: string) => void): boolean {
  say(PUBLISHED[outcome])
  return outcome === 'published'
}

/** The first line of standard input. Never an argument, which other users of the machine could read. */
async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return ''
}

async function readPassphrase(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Passphrase: ')
  return readLine()
}

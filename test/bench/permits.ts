import fastify from 'fastify'
import qrcode from 'qrcode'
import { createHash } from 'node:crypto'
import { checkpointRoutes } from '../../src/checkpoint/routes.ts'
import { parsePermitKeys } from '../../src/permits/keys/keys.ts'
import { createKeyRing, inventKey } from '../permits/plain-ring.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { drawPermit } from '../../src/permits/paper/picture.ts'
import { createQr, permitUrl } from '../../src/permits/paper/qr.ts'
import { open, seal } from '../../src/permits/code/seal.ts'
import { generateClaims } from '../permits/generated.ts'
import { sampleKinds } from '../permits/sample.ts'
import { publicKey, toCertificate, toToken, verifyCertificate, verifyToken } from './permit-rivals.ts'

// npm run bench:permits. Everything is measured in this one run, in turns, so that a busy machine slows all alike:
// read the ratios.

const HOST = 'https://gdd.example.vn'
const say = (text: string) => void process.stdout.write(`${text}\n`)
const row = (...cells: (string | number)[]) =>
  say(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join(''))

const parsed = parsePermitKeys(inventKey('a001', '2020-01-01', '2099-12-31'))
if (!parsed.ok) throw new Error('no key')
const ring = createKeyRing(parsed.keys)
const people = generateClaims(2_000)
const now = people[0]!.validFrom + 1

async function sizes() {
  const version = (modules: number) => (modules - 17) / 4
  const byteMode = (data: string) => [{ data: Buffer.from(data), mode: 'byte' as const }]
  /** What so many characters take in a code, by the bits each takes in its mode (ISO/IEC 18004). */
  const inCode = (characters: number, bits: number) => Math.ceil((characters * bits) / 8)
  const make = {
    'ours: COSE, codes, digits in an address': async (claims: (typeof people)[number]) => {
      const digits = await seal(claims, 'a001', ring)
      const bytes = inCode(permitUrl(HOST, '').length, 8) + inCode(digits.length, 10 / 3)
      return { bytes, version: version(createQr(HOST, digits).size) }
    },
    'EU DCC: COSE, texts, zlib, base45': async (claims: (typeof people)[number]) => {
      const text = toCertificate(claims)
      const { modules } = qrcode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
      return { bytes: inCode(text.length, 5.5), version: version(modules.size) }
    },
    'JWT in an address': async (claims: (typeof people)[number]) => {
      const text = `${HOST}/p/${await toToken(claims)}`
      const { modules } = qrcode.create(byteMode(text), { errorCorrectionLevel: 'M' })
      return { bytes: inCode(text.length, 8), version: version(modules.size) }
    },
  }
  say('\nSize of 2,000 permits at error correction M, host of 14 characters')
  row('', 'bytes p50', 'bytes p95', 'version p50', 'version p95')
  for (const [name, encodeOne] of Object.entries(make)) {
    const all = await Promise.all(people.map(encodeOne))
    const at = (key: 'bytes' | 'version', share: number) =>
      all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(share * all.length)]!
    row(name, at('bytes', 0.5), at('bytes', 0.95), at('version', 0.5), at('version', 0.95))
  }
}

/** Runs the tasks in turns and answers with the median time of each, in microseconds per call. */
async function time(tasks: Record<string, (i: number) => unknown>, calls: Record<string, number>, rounds = 15) {
  const times = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const count = calls[name] ?? 100
      const start = process.hrtime.bigint()
      for (let i = 0; i < count; i++) await task(round * count + i)
      const each = Number(process.hrtime.bigint() - start) / 1_000 / count
      // The first round warms up.
      if (round > 0) times.set(name, [...(times.get(name) ?? []), each])
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

function tell(title: string, times: Map<string, number>, base: string) {
  say(`\n${title}`)
  row('', 'µs', 'per second', 'ours is')
  for (const [name, micros] of times)
    row(name, micros.toFixed(1), Math.round(1e6 / micros), `${(micros / times.get(base)!).toFixed(2)} x`)
}

const RIVAL = 'EU DCC with @auth0/cose'
/** Speeds of verifying one certificate in one earlier run, as shares of the fastest, which had the layers of `RIVAL`. */
const RECORDED_RIVAL = 0.51
const RECORDED = { '@pathcheck/dcc-sdk': 0.124, 'dcc-utils, WebCrypto': 0.085, 'dcc-utils, elliptic': 0.0225 }

/** Dead or copyleft packages are not run here: what an earlier run recorded stands beside what follows from it. */
function tellRecorded(rival: number) {
  say('\nRecorded in an earlier run, not measured in this one: speed of verifying an EU DCC')
  row('', 'recorded', 'ours, about')
  row(RIVAL, RECORDED_RIVAL, `${rival.toFixed(1)} x`)
  for (const [name, share] of Object.entries(RECORDED)) {
    row(name, share, `${((rival * RECORDED_RIVAL) / share).toFixed(1)} x`)
  }
}

async function speeds() {
  const sealed = await Promise.all(people.map((claims) => seal(claims, 'a001', ring)))
  const certificates = people.map(toCertificate)
  const tokens = await Promise.all(people.map(toToken))
  const of = <T>(list: readonly T[], i: number): T => list[i % list.length]!
  if (!(await verifyCertificate(certificates[0]!, publicKey))) throw new Error('the rival does not take its own kind')

  tell(
    'Sign: claims to text',
    await time(
      {
        ours: (i) => seal(of(people, i), 'a001', ring),
        'jose SignJWT': (i) => toToken(of(people, i)),
        'EU DCC with cborg, zlib, base45': (i) => toCertificate(of(people, i)),
      },
      {},
    ),
    'ours',
  )
  const verified = await time(
    {
      ours: (i) => open(of(sealed, i), ring),
      'jose jwtVerify': (i) => verifyToken(of(tokens, i), of(people, i).validFrom + 1),
      [RIVAL]: (i) => verifyCertificate(of(certificates, i), publicKey),
    },
    {},
  )
  tell('Verify: text to claims', verified, 'ours')
  tellRecorded(verified.get(RIVAL)! / verified.get('ours')!)

  const permits: Permit[] = people.map((claims, i) => ({
    ...{ ...claims, kind: 'travel-pass', dossier: 'd' as Permit['dossier'], number: renderNumber(claims.id) },
    ...{ keyId: 'a001', digits: sealed[i]!, issuedAt: now },
  }))
  tell(
    'Picture of 600 pixels and more',
    await time(
      {
        'ours, with plate, end and number': (i) => drawPermit(of(permits, i), HOST),
        'of it: the matrix of the code': (i) => createQr(HOST, of(sealed, i)),
        'qrcode toBuffer, the code alone': (i) =>
          qrcode.toBuffer(
            [
              { data: Buffer.from(`${HOST}/p/`), mode: 'byte' },
              { data: of(sealed, i), mode: 'numeric' },
            ],
            { errorCorrectionLevel: 'M', width: 620 },
          ),
      },
      { 'qrcode toBuffer, the code alone': 4, 'ours, with plate, end and number': 40 },
    ),
    'ours, with plate, end and number',
  )
  await page(permits)
}

/** The whole answer of `GET /p/<digits>` without the socket, against the least that Fastify can answer. */
async function page(permits: Permit[]) {
  const byId = new Map(permits.map((permit) => [permit.id, permit]))
  const app = fastify()
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await app.register(
    checkpointRoutes({
      open: (digits) => open(digits, ring),
      permits: { find: async (id) => byId.get(id) },
      limits: { notGenuine: Infinity },
      kinds: sampleKinds,
      publicUrl: HOST,
      print: async () => Buffer.alloc(0),
      now: () => now,
      log: quiet,
    }),
  )
  app.get('/nothing', async () => 'ok')
  const get = (url: string) => app.inject({ method: 'GET', url })
  const times = await time(
    {
      'page of a permit': (i) => get(`/p/${permits[i % permits.length]!.digits}`),
      'two letters': () => get('/nothing'),
    },
    {},
  )
  tell('GET /p/<digits>, one core, in the process', times, 'page of a permit')
  await app.close()
}

say(
  `Node ${process.version}; numbers of one run, seed fixed (${createHash('sha256').update(JSON.stringify(people)).digest('hex').slice(0, 8)})`,
)
await sizes()
await speeds()

import { z } from 'zod'
import { isNetwork } from './kernel/networks.ts'
import { parseSecrets } from './permits/keys/wrap-key.ts'
import { weaknessOf } from './staff/accounts/password-rule.ts'
import { parseSealingKeys, type SealingKey } from './storage/engine/sealing.ts'

/** Everything the program takes from its environment. The only file that reads `process.env`. */
export interface Config {
  port: number
  host: string
  publicUrl: string
  dataDir: string
  /** PostgreSQL; without it a SQLite file in `dataDir`. */
  databaseUrl?: string
  /** BullMQ; without it the doorbell of one process. */
  redisUrl?: string
  role: 'all' | 'web' | 'worker'
  logLevel: string
  production: boolean
  /** Addresses, CIDRs and names of private ranges whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  /** Shows /metrics and /readyz to other machines. */
  opsToken?: string
  maxConnections?: number
  /** Absent in demonstration mode, where the simulator plays Zalo and the secrets are invented. */
  zalo?: ZaloConfig
  templateUrl: string
  /** Whether a demonstration begins with sample dossiers. */
  samples: boolean
  admin?: { email: string; password: string }
  permitKeys?: string
  /** What personal data is sealed with before it touches a disk; without one it is kept plain. */
  dataKeys: readonly SealingKey[]
}

export interface ZaloConfig {
  appId: string
  appSecret: string
  oaId: string
  oaSecretKey: string
  apiUrl: string
  oauthUrl: string
  refreshToken?: string
  siteVerification?: string
  /** Domains that citizens' files may lie at besides Zalo's known ones. */
  fileHosts?: readonly string[]
}

const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional()
const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
const address = (fallback: string) => z.url().default(fallback)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform(listOf)
    .refine((networks) => networks.every(isNetwork), 'addresses or CIDRs, separated by commas, e.g. 10.0.0.5,fd00::/8'),
  MAX_CONNECTIONS: z.coerce.number().int().min(50).optional(),
  OPS_TOKEN: z.string().min(24, 'at least 24 characters').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ZALO_APP_ID: optional,
  ZALO_APP_SECRET: optional,
  ZALO_OA_ID: optional,
  ZALO_OA_SECRET_KEY: optional,
  ZALO_API_URL: address('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: address('https://oauth.zaloapp.com'),
  ZALO_TEMPLATE_URL: address('https://business.openapi.zalo.me'),
  ZALO_REFRESH_TOKEN: optional,
  ZALO_SITE_VERIFICATION: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
  ZALO_FILE_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list.split(',').map((host) =>
        host
          .trim()
          .toLowerCase()
          .replace(/^\*?\./, ''),
      ),
    )
    .transform((hosts) => hosts.filter((host) => host !== ''))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be domains separated by commas, such as dlfl.vn'),
      ),
    ),
  STAFF_ADMIN_EMAIL: z.email().optional(),
  STAFF_ADMIN_PASSWORD: z.string().min(12).optional(),
  SAMPLES: z.enum(['demonstration', 'none']).default('demonstration'),
  PERMIT_KEYS: optional,
  DATA_KEYS: optional,
  NODE_ENV: z.string().optional(),
})

/** Reads the environment whole, and answers with every problem in it rather than with the first. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
): { outcome: 'ok'; config: Config } | { outcome: 'problems'; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    return {
      outcome: 'problems',
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    }
  }
  const e = parsed.data
  const production = e.NODE_ENV === 'production'
  const isReal = production || (e.ZALO_APP_ID !== undefined && !isRehearsal(e))
  const problems = isReal || e.ZALO_APP_ID ? missingForZalo(e) : []
  if (isReal) problems.push(...weakForPeople(e))
  if (e.PERMIT_KEYS) {
    const secrets = parseSecrets(e.PERMIT_KEYS)
    if (!secrets.ok) problems.push(secrets.problem)
  }
  const dataKeys = e.DATA_KEYS ? parseSealingKeys(e.DATA_KEYS) : { ok: true as const, keys: [] }
  if (!dataKeys.ok) problems.push(dataKeys.problem)
  if (Boolean(e.STAFF_ADMIN_EMAIL) !== Boolean(e.STAFF_ADMIN_PASSWORD)) {
    problems.push('STAFF_ADMIN_EMAIL and STAFF_ADMIN_PASSWORD: give both or neither')
  }
  if (e.ROLE !== 'all' && !(e.DATABASE_URL && e.REDIS_URL)) {
    problems.push(`ROLE=${e.ROLE}: several processes need DATABASE_URL and REDIS_URL`)
  }
  if (problems.length > 0 || !dataKeys.ok) return { outcome: 'problems', problems }

  return {
    outcome: 'ok',
    config: {
      port: e.PORT,
      host: e.HOST,
      publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
      dataDir: e.DATA_DIR,
      role: e.ROLE,
      logLevel: e.LOG_LEVEL,
      production,
      samples: e.SAMPLES !== 'none',
      templateUrl: e.ZALO_TEMPLATE_URL,
      dataKeys: dataKeys.keys,
      trustedProxies: e.TRUSTED_PROXIES,
      ...(e.OPS_TOKEN && { opsToken: e.OPS_TOKEN }),
      ...(e.MAX_CONNECTIONS && { maxConnections: e.MAX_CONNECTIONS }),
      ...(e.DATABASE_URL && { databaseUrl: e.DATABASE_URL }),
      ...(e.REDIS_URL && { redisUrl: e.REDIS_URL }),
      ...(e.STAFF_ADMIN_EMAIL &&
        e.STAFF_ADMIN_PASSWORD && { admin: { email: e.STAFF_ADMIN_EMAIL, password: e.STAFF_ADMIN_PASSWORD } }),
      ...(e.PERMIT_KEYS && { permitKeys: e.PERMIT_KEYS }),
      ...(e.ZALO_APP_ID && { zalo: toZalo(e) }),
    },
  }
}

type Environment = z.infer<typeof environment>

/** With an OA nothing is invented: each of these must be given. */
const missingForZalo = (e: Environment): string[] =>
  (['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY', 'PERMIT_KEYS'] as const)
    .filter((name) => !e[name])
    .map((name) => `${name}: missing`)

/** The simulator as a process of its own plays Zalo: both of its addresses are on this machine. */
const isRehearsal = ({ ZALO_API_URL, ZALO_OAUTH_URL }: Environment): boolean =>
  [ZALO_API_URL, ZALO_OAUTH_URL].every((url) => /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/.test(url))

/** Zalo's own have twenty letters and digits. */
const SHORTEST_SECRET = 16
const FEWEST_LETTERS = 6

/** What real people's data asks for, whether or not NODE_ENV says so. */
function weakForPeople(e: Environment): string[] {
  const problems: string[] = []
  if (!e.PUBLIC_URL?.startsWith('https://')) problems.push('PUBLIC_URL: must be the https address of this service')
  for (const name of ['ZALO_API_URL', 'ZALO_OAUTH_URL', 'ZALO_TEMPLATE_URL'] as const)
    if (!e[name].startsWith('https://')) problems.push(`${name}: must be https for a real account`)
  for (const name of ['ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY'] as const) {
    const secret = e[name]
    if (secret && (secret.length < SHORTEST_SECRET || new Set(secret).size < FEWEST_LETTERS))
      problems.push(`${name}: too short or too simple to be the one that Zalo gave`)
  }
  if (e.STAFF_ADMIN_PASSWORD) {
    const weakness = weaknessOf(e.STAFF_ADMIN_PASSWORD, e.STAFF_ADMIN_EMAIL ?? '')
    if (weakness !== undefined) problems.push(`STAFF_ADMIN_PASSWORD: ${weakness}`)
  }
  return problems
}

const toZalo = (e: Environment): ZaloConfig => ({
  appId: e.ZALO_APP_ID ?? '',
  appSecret: e.ZALO_APP_SECRET ?? '',
  oaId: e.ZALO_OA_ID ?? '',
  oaSecretKey: e.ZALO_OA_SECRET_KEY ?? '',
  apiUrl: e.ZALO_API_URL,
  oauthUrl: e.ZALO_OAUTH_URL,
  ...(e.ZALO_REFRESH_TOKEN && { refreshToken: e.ZALO_REFRESH_TOKEN }),
  fileHosts: e.ZALO_FILE_HOSTS,
  ...(e.ZALO_SITE_VERIFICATION && { siteVerification: e.ZALO_SITE_VERIFICATION }),
})

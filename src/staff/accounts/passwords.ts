import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** One of OWASP's settings for scrypt: 32 MB and a few tenths of a second each, off the event loop. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 32

const derive = (password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (cause, key) =>
      cause ? reject(cause) : resolve(key),
    )
  })

/** `scrypt$N$r$p$salt$key`, so that a later cost can live beside an earlier one. */
export async function hashPassword(password: string, salt: Buffer = randomBytes(16)): Promise<string> {
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** A hash that no password opens, so that an unknown address costs as much time as a known one. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${randomBytes(16).toString('base64url')}$${randomBytes(KEY_BYTES).toString('base64url')}`

/** Takes the same time whether the account exists or not. */
export async function opensWith(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODY).split('$')
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return hash !== undefined && given.length === expected.length && timingSafeEqual(given, expected)
}

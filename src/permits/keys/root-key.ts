import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { Fault } from '../../kernel/fault.ts'
import { writeEnvelope } from '../code/cose.ts'
import { writeKeyList, type KeyList } from '../code/key-list.ts'
import { toPoint } from './live-key-ring.ts'

export const SHORTEST_PASSPHRASE = 12

/** A fresh root key: PKCS#8 in PEM under the passphrase, for a machine without a network, and its public point. */
export function makeRoot(passphrase: string): { pem: string; point: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  return { pem: String(pem), point: toPoint(publicKey) }
}

/** The key list as COSE in base64url. Throws a fault when the passphrase does not open the key. */
export async function signKeyList(list: KeyList, pem: string, passphrase: string): Promise<string> {
  const key = openRoot(pem, passphrase)
  const point = Buffer.from(toPoint(createPublicKey(key)), 'base64url')
  const keyId = createHash('sha256').update(point).digest('hex').slice(0, 4)
  const signed = await writeEnvelope(writeKeyList(list), keyId, 'keys', async (bytes) =>
    sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
  )
  return Buffer.from(signed).toString('base64url')
}

function openRoot(pem: string, passphrase: string) {
  try {
    return createPrivateKey({ key: pem, format: 'pem', passphrase })
  } catch {
    // OpenSSL's words may quote the file.
    throw new Fault('the root key does not open: wrong file or passphrase', { retry: false })
  }
}

import { Sign1 } from '@auth0/cose'
import base45 from 'base45'
import { encode } from 'cborg'
import { jwtVerify, SignJWT } from 'jose'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { renderArea } from '../../src/province/areas.ts'
import type { PermitClaims } from '../../src/permits/code/permit.ts'
import { sampleKinds } from '../permits/sample.ts'

// What the same permit would be as an EU Digital COVID Certificate (CBOR with text keys, COSE, zlib, base45) and as a
// JWT in an address. Both carry texts where ours carries codes, as such documents do.

export const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const kid = createHash('sha256')
  .update(publicKey.export({ format: 'der', type: 'spki' }))
  .digest()
  .subarray(0, 8)

function words(claims: PermitClaims) {
  const names = claims.name.split(' ')
  const { terms } = claims
  return {
    ...{ fn: names[0], gn: names.slice(1).join(' '), id4: claims.idLast4, pl: claims.plate },
    ...(terms && { tm: [terms.companions, terms.days, terms.from, terms.to] }),
  }
}

function certificate(claims: PermitClaims) {
  const route = {
    fr: renderArea(claims.from),
    to: renderArea(claims.to),
    pu: sampleKinds.renderPurpose(claims.purpose),
  }
  const body = { ver: '1.0.0', nam: words(claims), tp: [{ ...route, ci: `URN:UVCI:01:VN:${claims.id.toUpperCase()}` }] }
  return new Map<number, unknown>([
    [1, 'VN'],
    [4, claims.validUntil / 1000],
    [6, claims.validFrom / 1000],
    [-260, new Map([[1, body]])],
  ])
}

export function toCertificate(claims: PermitClaims): string {
  const header = encode(
    new Map<number, unknown>([
      [1, -7],
      [4, kid],
    ]),
  )
  const payload = encode(certificate(claims))
  const signed = encode(['Signature1', header, new Uint8Array(), payload])
  const signature = sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  // Tag 18 in one byte before the array.
  const cose = Buffer.concat([Buffer.of(0xd2), encode([header, new Map(), payload, signature])])
  return `HC1:${base45.encode(deflateSync(cose, { level: 9 }))}`
}

export async function verifyCertificate(text: string, key: KeyObject): Promise<boolean> {
  const cose = inflateSync(Buffer.from(base45.decode(text.slice(4))))
  try {
    await Sign1.decode(cose.subarray(1)).verify(key)
    return true
  } catch {
    // A rival says no by throwing.
    return false
  }
}

export const toToken = (claims: PermitClaims): Promise<string> =>
  new SignJWT({
    ...words(claims),
    ...{ fr: renderArea(claims.from), to: renderArea(claims.to), pu: sampleKinds.renderPurpose(claims.purpose) },
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'a001' })
    .setJti(claims.id)
    .setNotBefore(claims.validFrom / 1000)
    .setExpirationTime(claims.validUntil / 1000)
    .sign(privateKey)

export const verifyToken = (token: string, now: number) => jwtVerify(token, publicKey, { currentDate: new Date(now) })

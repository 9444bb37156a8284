import { createHash } from 'node:crypto'

/** The account that the load generator and both servers agree on. Nothing real. */
export const ACCOUNT = {
  appId: '3100000000000000007',
  appSecret: 'bench-app-secret',
  oaId: '2200000000000000022',
  oaSecretKey: 'bench-oa-secret',
}

export const citizenId = (n: number): string => String(7_000_000_000_000_000_000n + BigInt(n))

let sequence = 0

/** A signed `user_send_text` as complete HTTP/1.1 bytes (zalo-oa §1.2, §2.1). */
export function webhookRequest(port: number, citizen: string, text: string): string {
  const timestamp = String(Date.now())
  const messageId = (sequence++).toString(16).padStart(20, '0')
  const body = JSON.stringify({
    app_id: ACCOUNT.appId,
    event_name: 'user_send_text',
    timestamp,
    sender: { id: citizen },
    recipient: { id: ACCOUNT.oaId },
    message: { msg_id: messageId, text },
  })
  const mac = createHash('sha256')
    .update(ACCOUNT.appId + body + timestamp + ACCOUNT.oaSecretKey)
    .digest('hex')
  return (
    `POST /webhooks/zalo HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
    `X-ZEvent-Signature: mac=${mac}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}

import { createHash } from 'node:crypto'

/** The account that the load generator and all servers agree on. Nothing real. */
export const ACCOUNT = {
  appId: '3100000000000000007',
  appSecret: 'bench-app-secret',
  oaId: '2200000000000000022',
  oaSecretKey: 'bench-oa-secret',
}

export const citizenId = (n: number): string => String(7_000_000_000_000_000_000n + BigInt(n))

let sequence = 0

/** A signed `user_send_text` as complete HTTP/1.1 bytes (zalo-oa §1.2, §2.1). */
export const textRequest = (port: number, citizen: string, text: string): string =>
  request(port, {
    event_name: 'user_send_text',
    sender: { id: citizen },
    recipient: { id: ACCOUNT.oaId },
    message: { msg_id: (sequence++).toString(16).padStart(20, '0'), text },
  })

/** A message of the account as Zalo reported it: it comes back once as an echo, once as a receipt (zalo-oa §2.4). */
export interface Arrival {
  citizen: string
  messageId: string
  text: string
}

export const echoRequest = (port: number, { citizen, messageId, text }: Arrival): string =>
  request(port, {
    event_name: 'oa_send_text',
    sender: { id: ACCOUNT.oaId },
    recipient: { id: citizen },
    message: { msg_id: messageId, text },
  })

/** Sender and recipient stand the wrong way round, as in Zalo's own. */
export const receiptRequest = (port: number, { citizen, messageId }: Arrival): string =>
  request(port, {
    event_name: 'user_received_message',
    sender: { id: ACCOUNT.oaId },
    recipient: { id: citizen },
    message: { msg_id: messageId },
  })

function request(port: number, event: Record<string, unknown>): string {
  const timestamp = String(Date.now())
  const body = JSON.stringify({ app_id: ACCOUNT.appId, timestamp, ...event })
  const mac = createHash('sha256')
    .update(ACCOUNT.appId + body + timestamp + ACCOUNT.oaSecretKey)
    .digest('hex')
  return (
    `POST /webhooks/zalo HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
    `X-ZEvent-Signature: mac=${mac}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}

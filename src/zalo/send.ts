import type { Log } from '../kernel/log.ts'
import type { Channel } from '../notifications/send.ts'
import { createAuthorized } from './authorized.ts'
import { type MessageBody, piecesOf, renderMessage } from './render.ts'
import type { Pace } from './pace.ts'
import type { Tokens } from './tokens.ts'
import { createUpload, type UploadPorts } from './upload.ts'

export interface SendPorts extends UploadPorts {
  tokens: Tokens
  pace?: Pace
  log: Log
}

/**
 * One attempt to send one message: a refused token is renewed once, an expired upload repeated once, nothing else.
 * A message that takes several bodies goes out in order and stops at the first failure, whose result is the answer and
 * says how many are out; the next attempt goes on there, so that a citizen does not read the first ones twice.
 */
export function createChannel(ports: SendPorts): Channel {
  const { client } = ports
  const authorized = createAuthorized(ports)
  const { upload, findOrUpload } = createUpload(ports, authorized)

  const send: Channel['send'] = async (citizen, message, from) => {
    const uploaded = message.type === 'text' ? undefined : await findOrUpload(citizen, message)
    if (uploaded && uploaded.outcome !== 'uploaded') return uploaded
    let bodies = renderMessage(citizen, message, uploaded?.id)
    if (bodies.length === 0) return { outcome: 'broken', reason: 'empty message' }

    const post = (body: MessageBody) => authorized(citizen, (accessToken) => client.sendMessage(accessToken, body))
    let zaloMessageId: string | undefined
    for (let i = Math.min(from, bodies.length - 1); i < bodies.length; i++) {
      const parts = i
      let called = await post(bodies[i] as MessageBody)
      if (called.outcome === 'expired' && message.type !== 'text') {
        const again = await upload(citizen, message)
        if (again.outcome !== 'uploaded') return { ...again, parts }
        bodies = renderMessage(citizen, message, again.id)
        called = await post(bodies[i] as MessageBody)
      }
      if (called.outcome === 'expired') return { ...called.failed, parts }
      if (called.outcome !== 'done') return { ...called, parts }
      zaloMessageId = called.value
    }
    return { outcome: 'sent', ...(zaloMessageId !== undefined && { zaloMessageId }) }
  }

  return { send, piecesOf }
}

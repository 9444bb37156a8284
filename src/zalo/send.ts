import type { CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { OutgoingMessage } from '../conversation/messages.ts'
import type { Send, SendResult } from '../notifications/send.ts'
import { createAuthorized } from './authorized.ts'
import { createProgress } from './progress.ts'
import { type MessageBody, renderMessage } from './render.ts'
import type { Tokens } from './tokens.ts'
import { createUpload, type UploadPorts } from './upload.ts'

export interface SendPorts extends UploadPorts {
  tokens: Tokens
  /** Resolves when one more request may go out. */
  pace?: () => Promise<void>
  log: Log
}

/**
 * One attempt to send one message: a refused token is renewed once, an expired upload repeated once, nothing else.
 * A message that takes several bodies goes out in order and stops at the first failure, whose result is the answer;
 * the next attempt goes on with the body that failed, so that a citizen does not read the first ones twice.
 */
export function createSend(ports: SendPorts): Send {
  const { client } = ports
  const authorized = createAuthorized(ports)
  const { upload, findOrUpload } = createUpload(ports, authorized)
  const progress = createProgress()

  const post = (body: MessageBody) => authorized((accessToken) => client.sendMessage(accessToken, body))

  return async (citizen: CitizenId, message: OutgoingMessage): Promise<SendResult> => {
    const uploaded = message.type === 'text' ? undefined : await findOrUpload(message)
    if (uploaded && uploaded.outcome !== 'uploaded') return uploaded
    let bodies = renderMessage(citizen, message, uploaded?.id)
    if (bodies.length === 0) return { outcome: 'broken', reason: 'empty message' }

    const long = bodies.length > 1 ? progress.of(citizen, message) : undefined
    let zaloMessageId: string | undefined
    for (let i = Math.min(long?.sent ?? 0, bodies.length - 1); i < bodies.length; i++) {
      let called = await post(bodies[i] as MessageBody)
      if (called.outcome === 'expired' && message.type !== 'text') {
        const again = await upload(message)
        if (again.outcome !== 'uploaded') return again
        bodies = renderMessage(citizen, message, again.id)
        called = await post(bodies[i] as MessageBody)
      }
      if (called.outcome === 'expired') return called.failed
      if (called.outcome !== 'done') return called
      long?.note(i + 1)
      zaloMessageId = called.value
    }
    long?.forget()
    return { outcome: 'sent', ...(zaloMessageId !== undefined && { zaloMessageId }) }
  }
}

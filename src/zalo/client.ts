import { childOf, type JsonObject, wordOf } from './json.ts'
import { type Answer, type CallHost, createHost } from './http.ts'
import { createPooledHost, type TextCall } from './pooled-host.ts'
import type { MessageBody } from './render.ts'

/** What Zalo said to one call. `code` is negative and listed in `errors.ts`; `message` is Zalo's own and only for logs. */
export type Reply<T> =
  | { outcome: 'done'; value: T }
  | { outcome: 'refused'; code: number; message: string }
  | Extract<Answer, { outcome: 'unanswered' }>

export interface ZaloClient {
  /** The value is the message id, where Zalo gives one. */
  sendMessage(accessToken: string, body: MessageBody): Promise<Reply<string | undefined>>
  /** jpg or png up to 1 MB. The value is an attachment id, good for seven days (zalo-oa §4). */
  uploadImage(accessToken: string, content: Uint8Array, fileName: string): Promise<Reply<string>>
  /** pdf, doc, docx or csv up to 5 MB. The value is a token, good for seven days. */
  uploadFile(accessToken: string, content: Uint8Array, fileName: string): Promise<Reply<string>>
  /** The id of the OA that the token speaks for. */
  account(accessToken: string): Promise<Reply<string>>
}

export const createClient = (apiUrl: string): ZaloClient => createClientOf(createPooledHost(apiUrl), createHost(apiUrl))

/** `call` is for every reply, `callWithForm` for uploads. */
function createClientOf(call: CallHost<TextCall>, callWithForm: CallHost): ZaloClient {
  const upload = async (accessToken: string, path: string, content: Uint8Array, fileName: string, key: string) => {
    const body = new FormData()
    body.append('file', new Blob([content as Uint8Array<ArrayBuffer>], { type: typeOf(fileName) }), fileName)
    const answer = await callWithForm({ method: 'post', path, headers: { access_token: accessToken }, body })
    return toReply(answer, (data) => wordOf(data[key]))
  }

  const get = (accessToken: string, path: string) =>
    call({ method: 'get', path, headers: { access_token: accessToken } })

  return {
    sendMessage: async (accessToken, body) => {
      const headers = { access_token: accessToken, 'Content-Type': 'application/json' }
      const answer = await call({ method: 'post', path: '/v3.0/oa/message/cs', headers, body: JSON.stringify(body) })
      const reply = toReply(answer, (data) => wordOf(data['message_id']) ?? '')
      return reply.outcome === 'done' ? { outcome: 'done', value: reply.value || undefined } : reply
    },

    uploadImage: (accessToken, content, fileName) =>
      upload(accessToken, '/v2.0/oa/upload/image', content, fileName, 'attachment_id'),

    uploadFile: (accessToken, content, fileName) =>
      upload(accessToken, '/v2.0/oa/upload/file', content, fileName, 'token'),

    account: async (accessToken) =>
      toReply(await get(accessToken, '/v2.0/oa/getoa'), (data) => wordOf(data['oaid']) ?? wordOf(data['oa_id'])),
  }
}

/** The HTTP status says nothing: a refusal arrives with 200 and an `error` in the body (zalo-oa §0, fact 4). */
function toReply<T>(answer: Answer, read: (data: JsonObject) => T | undefined): Reply<T> {
  if (answer.outcome === 'unanswered') return answer
  const code = Number(wordOf(answer.body['error']) ?? NaN)
  if (code !== 0 && !Number.isNaN(code)) {
    return { outcome: 'refused', code, message: wordOf(answer.body['message']) ?? '' }
  }
  const value = code === 0 ? read(childOf(answer.body, 'data') ?? {}) : undefined
  if (value !== undefined) return { outcome: 'done', value }
  return { outcome: 'unanswered', reason: `http ${answer.status} without an answer`, mayHaveArrived: true }
}

const TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', pdf: 'application/pdf' }

const typeOf = (fileName: string): string => TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

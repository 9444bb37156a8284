/** What Zalo's API answers, always with HTTP 200: `error` alone tells success from refusal (zalo-oa §8). */
export type Answer =
  { error: 0; message: 'Success'; data: Record<string, unknown> | unknown[] } | { error: number; message: string }

export const success = (data: Record<string, unknown> | unknown[]): Answer => ({ error: 0, message: 'Success', data })

export const refusal = (error: number, message = MEANINGS[error] ?? 'Unknown error'): Answer => ({ error, message })

const MEANINGS: Readonly<Record<number, string>> = {
  [-32]: 'Your application reached limit call api per minute',
  [-100]: 'attachment_id is expired or does not exist',
  [-108]: 'Phone number is invalid',
  [-124]: 'Access token is invalid',
  [-200]: 'Send message failed',
  [-209]: 'Not supported this api',
  [-211]: 'Out of quota',
  [-213]: 'User has not followed OA',
  [-216]: 'Access token is invalid',
  [-218]: 'Out of quota receive',
  [-220]: 'Access token has expired',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has not interacted with the OA',
  [-233]: 'Message type is invalid or not supported',
  [-240]: 'Message API v2 has been shut down, please use v3',
  [-244]: 'User has restricted this type of message from the OA',
}

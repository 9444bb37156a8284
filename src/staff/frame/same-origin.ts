import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a form was sent from a page of ours. Browsers say so in Sec-Fetch-Site, those before 2023 in Origin; our pages
 * have the referrer policy `same-origin`, because under `no-referrer` that Origin would be `null`. A client that sends
 * neither is no browser and is judged by the form's token alone.
 */
export function isOwnForm(headers: IncomingHttpHeaders, host: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

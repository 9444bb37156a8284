/**
 * What the sign-in QR of a post says: `/checkpoint#post=…&code=…`. After the `#`, so that no server and no proxy is told.
 */
export function parseGiven(hash: string): { post: string; code: string } {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  return { post: (given.get('post') ?? '').slice(0, 64), code: (given.get('code') ?? '').slice(0, 64) }
}

/** Reads it once and takes it out of the address, so that it stays in no history. */
export function takeGiven(): { post: string; code: string } {
  const given = parseGiven(location.hash)
  if (location.hash) history.replaceState(null, '', location.pathname)
  return given
}

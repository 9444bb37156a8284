/** The staff pages as a browser without JavaScript asks for them. */
export interface Desk {
  page(path: string): Promise<string>
  /** Sends a form of the page at `from` with its hidden fields; throws unless it leads on. */
  send(from: string, action: string, fields?: Record<string, string>): Promise<void>
}

export async function signIn(url: string, { email, password }: { email: string; password: string }): Promise<Desk> {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: url },
      body: new URLSearchParams(fields),
    })
  const signedIn = await post('/staff/login', { email, password, next: '/staff' })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (signedIn.status !== 303) throw new Error(`signing in was answered ${signedIn.status}`)

  const page = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`)
    return answer.text()
  }
  return {
    page,
    send: async (from, action, fields = {}) => {
      const text = await page(from)
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
      const answer = await post(action, { csrf: hidden('csrf'), revision: hidden('revision'), ...fields }, cookie)
      if (answer.status !== 303) throw new Error(`${action} was answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

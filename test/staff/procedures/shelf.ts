import { SMALL_FLOW } from '../../procedures/small-flow.ts'
import { clerk, type Desk, get, officer, openDesk, post, signIn } from '../fakes.ts'

export const PATH = '/staff/procedures/thu-nghiem'

export const EXAMPLES = `cases:
  - title: hỏi tên rồi thôi
    start: thu-nghiem
    talk:
      - botSays: tên gì
      - citizenSays: Nguyễn Văn An
`

/** The desk with one published procedure and a clerk who is signed in. */
export async function openShelf(by: 'clerk' | 'officer' = 'clerk') {
  const desk: Desk = await openDesk()
  await desk.shelf.publishing.publish({ source: SMALL_FLOW, cases: '', by: 'flows/' })
  const { cookie, csrf } = await signIn(desk.app, by === 'clerk' ? clerk.email : officer.email)
  return {
    ...desk,
    ...{ cookie, csrf },
    get: (path: string) => get(desk.app, path, cookie),
    post: (path: string, fields: Record<string, string | number>) =>
      post(desk.app, path, { csrf, ...fields }, { cookie }),
    save: (source: string, { cases = '', revision = 0 } = {}) =>
      post(desk.app, `${PATH}/draft`, { csrf, source, cases, revision }, { cookie }),
  }
}

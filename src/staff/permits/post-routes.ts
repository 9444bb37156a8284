import { randomInt } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { PostId } from '../../kernel/ids.ts'
import { hashPostPin, makePostPin } from '../../permits/posts/post-pin.ts'
import type { Post, Posts, PostSessions } from '../../permits/posts/posts.ts'
import { createSignInQr } from '../../permits/paper/qr.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parsePhone, parsePostForm, readPost } from './forms.ts'
import { ClosePostPage, NewCodePage } from './pages/post-pages.tsx'
import { PhonesPage } from './pages/phones-page.tsx'
import { type PostsProps, PostsPage } from './pages/posts-page.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface PostRoutesPorts {
  permitStaffOf: PermitStaffOf
  posts: Posts
  phones: Pick<PostSessions, 'phonesOf' | 'endPhones'>
  /** Where officers open the app: `https://giay.example.vn`. */
  publicUrl: string
  now: Clock
}

type OnePost = { Params: { id: PostId }; Querystring: { done?: unknown } }

const UNKNOWN = {
  title: 'Không tìm thấy',
  text: 'Không có chốt này, hoặc chốt đã đóng.',
  back: { href: '/staff/posts', label: 'Về danh sách chốt' },
}

/** Inside the guard of administrators. A code is shown in the answer to the form that made it and nowhere else. */
export const postRoutes =
  ({ permitStaffOf, posts, phones, publicUrl, now }: PostRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const makeCode = (id: PostId) => {
      const code = makePostPin(randomInt)
      return { code, codeHash: hashPostPin(id, code) }
    }
    const list = async (request: FastifyRequest, shown: Pick<PostsProps, 'trouble' | 'hasClosed'> = {}) =>
      toPage(PostsPage({ staff: permitStaffOf(request), posts: await posts.all(), ...shown }))

    const findOpen = async (id: PostId) => {
      const post = await posts.find(id)
      return post?.closedAt === undefined ? post : undefined
    }
    const newCode = (request: FastifyRequest, post: Pick<Post, 'id' | 'name'>, code: string) => {
      const address = `${publicUrl}/checkpoint`
      const signIn = createSignInQr(`${address}#${new URLSearchParams({ post: post.id, code }).toString()}`)
      return toPage(NewCodePage({ staff: permitStaffOf(request), post, code, address, signIn }))
    }
    const unknown = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(UNKNOWN)))

    app.get<{ Querystring: { done?: unknown } }>('/staff/posts', async (request) =>
      list(request, { hasClosed: request.query.done === 'close' }),
    )

    app.post('/staff/posts', async (request, reply) => {
      const typed = parsePostForm(request.body)
      const read = readPost(typed)
      if (!read.ok) return reply.code(422).send(await list(request, { trouble: { typed, at: read.troubles } }))
      const { code, codeHash } = makeCode(read.post.id)
      const opened = await posts.open({ ...read.post, codeHash, openedAt: now() })
      if (opened === 'opened') return newCode(request, read.post, code)
      const at = { id: `Đã có chốt với mã “${read.post.id}”. Xin chọn mã khác. Ví dụ: ${read.post.id.slice(0, 38)}-2.` }
      return reply.code(422).send(await list(request, { trouble: { typed, at } }))
    })

    app.post<OnePost>('/staff/posts/:id/code', async (request, reply) => {
      const post = await findOpen(request.params.id)
      if (!post) return unknown(reply)
      const { code, codeHash } = makeCode(post.id)
      await posts.changeCode(post.id, codeHash)
      return newCode(request, post, code)
    })

    app.get<OnePost>('/staff/posts/:id/phones', async (request, reply) => {
      const post = await findOpen(request.params.id)
      if (!post) return unknown(reply)
      const signedIn = await phones.phonesOf(post.id, now())
      return toPage(
        PhonesPage({
          staff: permitStaffOf(request),
          post,
          phones: signedIn,
          hasSignedOut: request.query.done === 'phones',
        }),
      )
    })

    app.post<OnePost>('/staff/posts/:id/phones', async (request, reply) => {
      const post = await findOpen(request.params.id)
      if (!post) return unknown(reply)
      await phones.endPhones(post.id, parsePhone(request.body))
      return reply.redirect(`/staff/posts/${post.id}/phones?done=phones`, 303)
    })

    app.get<OnePost>('/staff/posts/:id/close', async (request, reply) => {
      const post = await findOpen(request.params.id)
      return post ? toPage(ClosePostPage({ staff: permitStaffOf(request), post })) : unknown(reply)
    })

    app.post<OnePost>('/staff/posts/:id/close', async (request, reply) => {
      if (!(await posts.find(request.params.id))) return unknown(reply)
      await posts.close(request.params.id, now())
      return reply.redirect('/staff/posts?done=close', 303)
    })
  }

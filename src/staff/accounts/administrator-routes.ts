import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasRole } from '../../dossiers/postings.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import type { StaffSession } from './accounts.ts'

const NOT_YOURS = {
  title: 'Không được mở trang này',
  text: 'Trang này chỉ dành cho người quản trị. Nếu công việc cần đến, ông/bà đề nghị người quản trị làm giúp.',
}

/** Who asks, where the guard of staff stands before the routes. */
export const signedIn =
  (find: (request: FastifyRequest) => StaffSession | undefined) =>
  (request: FastifyRequest): StaffSession => {
    const session = find(request)
    if (!session) throw new Error('not signed in')
    return session
  }

/** A hook before routes that are for administrators. */
export const forAdministrators =
  (staffOf: (request: FastifyRequest) => StaffSession) => async (request: FastifyRequest, reply: FastifyReply) =>
    hasRole(staffOf(request).account.postings, 'administrator')
      ? undefined
      : reply.code(403).send(toPage(MessagePage(NOT_YOURS)))

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LONGEST_SEARCH } from '../../casework/search-words.ts'
import { beginningOf, tidy } from '../../kernel/text.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { sealSearch } from './search-token.ts'

interface SearchRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

const form = z.object({
  typed: z
    .string()
    .catch('')
    // NUL ends what is sealed; no one types it.
    .transform((typed) => beginningOf(tidy(typed), LONGEST_SEARCH)),
  /** The list it was typed in, as its address has it behind the question mark. */
  list: z.string().max(500).catch(''),
})

/** Takes what was typed out of the form and leads back to the list that shows it. */
export const searchRoutes =
  ({ staffOf }: SearchRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.post('/staff/search', async (request, reply) => {
      const { typed, list } = form.parse(request.body ?? {})
      const query = new URLSearchParams(list)
      for (const name of ['search', 'after', 'code']) query.delete(name)
      const staff = staffOf(request)
      if (staff && typed !== '') query.set('search', sealSearch(typed, staff.csrf))
      return reply.redirect(query.size === 0 ? '/staff' : `/staff?${query.toString()}`, 303)
    })
  }

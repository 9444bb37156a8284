import type { FastifyRequest } from 'fastify'
import type { AgencyBook } from '../../casework/agency-book.ts'
import type { CalendarBook } from '../../casework/calendar-book.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import type { StaffSession } from '../accounts/accounts.ts'

export interface AgencyRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession
  agencyBook: AgencyBook
  calendarBook: CalendarBook
  /** Those a dossier can be filed through. */
  procedures: () => readonly { flow: string; name: string }[]
  now: Clock
  log: Log
}

import type { FastifyRequest } from 'fastify'
import type { PermitStaff } from './pages/frame.tsx'

/** Who asks. The guard of staff stands before these routes, so somebody does. */
export type PermitStaffOf = (request: FastifyRequest) => PermitStaff

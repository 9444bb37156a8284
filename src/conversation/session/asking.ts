import type { Session } from '../words/session.ts'
import type { Turned } from './turned.ts'

/**
 * A question of the session is over once the conversation has gone on without it: "có" then answers what came after. What
 * was filed may still be remembered, though: a menu or an officer's question that comes up in between asks something else.
 */
export function withoutPassedQuestion(before: Session, turned: Turned): Turned {
  const { asking, ...rest } = turned.session
  const isOld = asking !== undefined && asking === before.asking && asking.what !== 'may remember'
  return isOld && rest.position !== before.position ? { ...turned, session: rest } : turned
}

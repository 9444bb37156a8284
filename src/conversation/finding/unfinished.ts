import type { World } from '../flow/compiled-flow.ts'
import { carryOut } from '../session/carry-out.ts'
import { withoutDraft } from '../session/drafts.ts'
import { flowAt, isBusy, resumeHere, startFlow } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { clausesOf } from '../words/clauses.ts'
import { readCommand } from '../words/commands.ts'
import type { Position, Session } from '../words/session.ts'
import { CLAUSE_END, plainOf, writtenOut } from '../words/shorthand.ts'
import { namedProcedures } from './search-flows.ts'
import { steeringOfClause } from './steering-clause.ts'
import { asksForStatus } from './topics.ts'

/** More words tell of something else. */
const MOST = 16

/** "Cái giấy đang làm dở hồi nãy": what was begun and lies there. */
const BEGUN =
  /(?:^| )(?:(?:lam|khai|ghi|dien|nhap|bo|con|dang|giay|ho so|viec|don|cai|thu tuc) do(?: dang)?|(?:nua|giua|lung) chung|chua xong|chua lam xong|dang (?:lam|khai|ghi|dien)|(?:lam|khai|ghi|dien) tiep|(?:hoi|luc|ban|khi) nay|bua truoc lam|lam (?:hom|bua) (?:truoc|qua))(?: |$)/
/** "Bỏ cái cũ": what is given up is what lies there. */
const OLD = /(?:^| )(?:cu|kia|do|nay|truoc|do dang)(?: |$)/
const GIVES_UP = /(?:^| )(?:huy|bo|xoa|dep)(?: |$)/
const ANEW = /(?:^| )(?:lam|khai|ghi|bat dau) lai(?: (?:tu dau|tu do|het|cai (?:moi|khac)|moi)| ?$)/

/**
 * Nobody is asked anything, and something unfinished lies there: whoever speaks of it takes it up, gives it up, or begins it anew.
 * Undefined where the words are about something else.
 */
export function takeUpDraft(session: Session, text: string, world: World): Turned | undefined {
  const drafts = session.drafts.filter((it) => it.context.facts['dossier'] === undefined && flowAt(world, it))
  const words = writtenOut(text).filter(({ plain }) => plain !== CLAUSE_END)
  if (isBusy(session, world) || drafts.length === 0 || words.length > MOST || asksForStatus(text)) return undefined
  const plain = plainOf(words)
  const named = namedProcedures(world.flows, text).map(({ flow }) => flow.flow)
  const called = drafts.find(({ flow }) => named.includes(flow))
  const isCancelling = readCommand(text) === 'cancel' || clausesOf(text).some((it) => steeringOfClause(it) === 'cancel')
  if (named.length > 0 && !called) return undefined
  const meant = called ?? drafts[0]
  const isPointed = called !== undefined || OLD.test(plain) || BEGUN.test(plain)
  if (meant && ANEW.test(plain) && isPointed) return startFlow(session, meant.flow, world, 'ask')
  if (meant && (isCancelling || (GIVES_UP.test(plain) && isPointed))) return drop(session, meant, world)
  return BEGUN.test(plain) ? resumeHere(session, called?.flow, world) : undefined
}

/** It is asked whether to, as in the middle of it. */
function drop(session: Session, draft: Position, world: World): Turned {
  const { laidAsideAt: _, ...position } = draft
  return carryOut({ ...withoutDraft(session, draft), position }, 'cancel', world)
}

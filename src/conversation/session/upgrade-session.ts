import type { Answer, Asking, Session } from '../words/session.ts'

/** A session as it was stored while each question of its own had a flag. Read for as long as such a one may come back. */
export type FlaggedSession = Omit<Session, 'asking'> & {
  cancelling?: boolean
  choosing?: { flow: string }
  resuming?: boolean
  keeping?: { answers: Record<string, Answer> }
  suggested?: readonly string[]
}

/** What is stored, as today's program reads it. Where several flags were left set, the one that was heard first counts. */
export function upgradeSession(stored: Session | FlaggedSession): Session {
  if ('asking' in stored) return stored
  const { cancelling, choosing, resuming, keeping, suggested, ...session } = stored as FlaggedSession
  const asking = askedBy({ cancelling, choosing, resuming, keeping, suggested })
  return asking ? { ...session, asking } : session
}

type Flags = { [Flag in 'cancelling' | 'choosing' | 'resuming' | 'keeping' | 'suggested']: FlaggedSession[Flag] }

function askedBy({ cancelling, choosing, resuming, keeping, suggested }: Flags): Asking | undefined {
  if (cancelling) return { what: 'really cancel' }
  if (choosing) return { what: 'draft or anew', flow: choosing.flow }
  if (resuming) return { what: 'which draft' }
  if (keeping) return { what: 'may remember', answers: keeping.answers }
  return suggested && { what: 'which procedure', flows: suggested }
}

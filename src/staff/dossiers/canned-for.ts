import { renderDue } from '../../dossiers/deadlines/render-due.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { type CannedReply, fillReply } from '../../dossiers/canned.ts'

/** A canned reply with everything filled in, ready to be sent. */
export interface FilledReply {
  id: string
  title: string
  text: string
}

interface Names {
  officer: string
  procedureName: string
  agencyName: string
}

/** Those for this dossier's procedure before those for every one. */
export function cannedFor(
  replies: readonly CannedReply[],
  { flow, applicant, code, dueAt }: Pick<Dossier, 'flow' | 'applicant' | 'code' | 'dueAt'>,
  { officer, procedureName, agencyName }: Names,
): FilledReply[] {
  const facts = {
    ...{ ten: applicant || 'ông/bà', ma: code, thu_tuc: procedureName, co_quan: agencyName, can_bo: officer },
    han: dueAt === null ? '(chưa có hạn)' : renderDue(dueAt),
  }
  return [flow, ''].flatMap((wanted) =>
    replies
      .filter((reply) => reply.flow === wanted)
      .map(({ id, title, text }) => ({ id, title, text: fillReply(text, facts) })),
  )
}

import type { AttachmentId } from '../../kernel/ids.ts'
import type { Answer, Position, Session } from './session.ts'

/** Every file that a conversation still needs: of the filing under way, of drafts, of answers to be kept, and on its way. */
export function filesOf({ position, drafts, fetching, known, asking }: Session): ReadonlySet<AttachmentId> {
  const open: readonly Position[] = [...(position ? [position] : []), ...drafts]
  const answers: readonly Answer[] = [
    ...open.flatMap(({ context }) => [
      ...Object.values(context.answers),
      ...(context.options ?? []).flatMap((option) => Object.values(option.answers ?? {})),
    ]),
    ...Object.values(known?.answers ?? {}),
    ...(asking?.what === 'may remember' ? Object.values(asking.answers) : []),
  ]
  const unreached = open.flatMap(({ context }) => (context.unreached ?? []).map(({ attachment }) => attachment))
  return new Set([...fetching, ...unreached, ...answers.flatMap((answer) => answer.attachments ?? [])])
}

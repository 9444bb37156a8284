import { compile } from '../../conversation/flow/compile.ts'
import type { Finding } from '../finding.ts'
import type { FlowSource } from '../load.ts'
import type { Played } from '../play.ts'

/** A flow that hands something in, but no example ever gets there. Asked apart from `lint`: it needs the examples played. */
export function unrehearsed({ file, finding }: FlowSource, played: readonly Played[]): Finding[] {
  if (!compile(file).keepsDraft || played.some((example) => example.hasEnded && example.failures.length === 0))
    return []
  return [finding('unrehearsed', ['flow'], 'Chưa có ví dụ nào (cases.yaml) đi đến lúc nộp.')]
}

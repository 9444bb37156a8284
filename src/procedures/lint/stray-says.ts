import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import { idOf, mattersOf } from '../../conversation/finding/matters.ts'
import { meaningsOf } from '../../conversation/finding/search-flows.ts'
import { fold } from '../../kernel/text.ts'
import type { Finding } from '../finding.ts'
import type { FlowSource } from '../load.ts'

/** Sentences that another matter of the catalogue is asked for by as well, or that lead to another one without a doubt. */
export function straySays({ file, finding }: FlowSource, flows: Flows): Finding[] {
  const owners = new Map(
    mattersOf(flows)
      .filter((matter) => idOf(matter) !== file.flow)
      .flatMap(({ name, says }) => says.map((sentence) => [fold(sentence), name] as const)),
  )
  return (file.says ?? []).flatMap((sentence, i) => {
    const { sure } = meaningsOf(flows, sentence)
    const isOwn = sure.length === 0 || sure.some(({ matter }) => idOf(matter) === file.flow)
    const other = owners.get(fold(sentence)) ?? (isOwn ? undefined : sure[0]?.matter.name)
    return other === undefined
      ? []
      : finding('stray sentence', ['says', i], `Câu “${sentence}” dẫn đến “${other}”: mỗi câu chỉ dạy một việc.`)
  })
}

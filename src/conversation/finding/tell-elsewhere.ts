import type { World } from '../flow/compiled-flow.ts'
import type { Elsewhere } from '../flow/elsewhere.ts'
import { QUESTION_FLOW } from '../session/named-flows.ts'
import type { Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { askAgain } from '../step/engine.ts'
import { flowAt, isBusy } from '../session/start.ts'
import { beginButton, menuButton } from '../words/buttons.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import type { Session } from '../words/session.ts'

/** With the way to the menu, as many buttons as are read. */
const MOST = 4

/** Asked where no telephone of its own is known. */
const ANYWHERE = '1800 1096 (gọi miễn phí)'

/** A matter that cannot be filed here: what it is called, where it is done, whom to call. */
function describeElsewhere({ name, code, where, phone, link, note }: Elsewhere): string {
  const title = code === undefined ? name : `${name} (mã thủ tục ${code})`
  return [
    `${title}: việc này chưa làm được tại đây.`,
    searchPhrases.place(where),
    `Điện thoại: ${phone ?? `tổng đài dịch vụ công ${ANYWHERE}`}.`,
    ...(note === undefined ? [] : [note]),
    ...(link === undefined ? [] : [`Xem thêm: ${link}`]),
  ].join('\n')
}

/** The answer, with what can be done here instead, `others` first. In the middle of a filing its question comes again. */
export function tellElsewhere(
  session: Session,
  entry: Elsewhere,
  world: World,
  others: readonly string[] = [],
): Turned {
  const text = describeElsewhere(entry)
  const current = flowAt(world, session.position)
  if (current && session.position && isBusy(session, world))
    return { session, effects: [...say(text), ...askAgain(current, session.position)] }
  const offered = [...new Set([...others, ...entry.near, QUESTION_FLOW])]
    .slice(0, MOST)
    .flatMap((flow) => world.flows.current(flow) ?? [])
  return {
    session: { ...session, asking: { what: 'which procedure', flows: offered.map(({ flow }) => flow) } },
    effects: say(text, [...offered.map(({ flow, name }) => beginButton(flow, name)), menuButton]),
  }
}

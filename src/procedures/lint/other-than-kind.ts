import { isBoundByDays } from '../../conversation/checks/table.ts'
import { answerNameOf } from '../../conversation/flow/flow-format.ts'
import { grantedBy, type GrantedKind } from '../../conversation/flow/granted-kind.ts'
import { groupOf, questionsOf } from '../../conversation/flow/together.ts'
import type { Finding } from '../finding.ts'
import type { FlowSource } from '../load.ts'
import type { Rule } from './rule.ts'

/** "Dài nhất là 7 ngày", "tối đa 30 ngày": a bound, not an example. */
const BOUND = /(?:(?:dài|lâu|nhiều) nhất|tối đa|không quá)[^.\n\d{]{0,20}?(\d{1,3}) ngày/giu

/** What a text says of the permit it grants, and `permits.yaml` says otherwise: it would be asked for and never be granted. */
export const otherThanKind: Rule = (source, { kinds = [] }) => {
  const kind = kinds.find(({ id }) => id === grantedBy(source.file))
  return kind ? [...otherDays(source, kind), ...otherPurposes(source, kind), ...noExtension(source, kind)] : []
}

const otherDays = ({ file, finding }: FlowSource, { name, longestDays }: GrantedKind): Finding[] =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const bound = [id, ...groupOf(id, step)].some((it) => {
      const asked = file.steps[it]
      return asked?.expect === 'text' && isBoundByDays(asked.check)
    })
    // A consent tells what may be had before anything is asked.
    if (!bound && step.expect !== 'consent') return []
    const why = 'why' in step ? step.why : undefined
    const explain = 'explain' in step ? step.explain : undefined
    const reasons = Object.entries({ why, explain }).flatMap(([part, text]): [string[], string][] =>
      text === undefined ? [] : [[[part], text]],
    )
    return [...questionsOf(step), ...reasons].flatMap(([path, text]) =>
      [...text.matchAll(BOUND)]
        .filter(([, days]) => Number(days) !== longestDays)
        .map(([, days]) =>
          finding(
            'other days',
            ['steps', id, ...path],
            `Câu này nói ${days} ngày, còn permits.yaml cho ${name} nhiều nhất ${longestDays} ngày. Xin ghi {longestDays} ngày, chương trình tự điền.`,
          ),
        ),
    )
  })

function otherPurposes({ file, finding }: FlowSource, { name, purposes, purpose, answers }: GrantedKind): Finding[] {
  if (purpose !== undefined) return []
  const asked = answers['purpose'] ?? 'purpose'
  return Object.entries(file.steps).flatMap(([id, step]) => {
    if (step.expect !== 'choice' || answerNameOf(id, step) !== asked) return []
    return step.choices.flatMap(({ key, label, flow }, i) => {
      const known = purposes.find((one) => one.key === key)
      if (flow !== undefined || known?.label === label) return []
      const path = ['steps', id, 'choices', i, known ? 'label' : 'key']
      const message = known
        ? `permits.yaml ghi mục đích “${key}” là “${known.label}”, và giấy được in như vậy.`
        : `${name} không có mục đích “${key}” trong permits.yaml. Có: ${purposes.map((one) => one.key).join(', ')}.`
      return [finding('other purpose', path, message)]
    })
  })
}

/** An extension names the permit it goes on from. */
function noExtension({ file, finding }: FlowSource, { name, mayBeExtended, answers }: GrantedKind): Finding[] {
  const extended = answers['permit'] ?? 'permit'
  const picks = Object.entries(file.steps).find(
    ([id, step]) => step.expect === 'pick' && answerNameOf(id, step) === extended,
  )
  if (mayBeExtended || !picks) return []
  return [finding('no extension', ['steps', picks[0]], `permits.yaml không cho gia hạn ${name} (mayBeExtended: no).`)]
}

import { isScale } from '../../conversation/words/read-score.ts'
import { isTimetable } from '../../conversation/words/read-slot.ts'
import type { Finding } from '../finding.ts'
import type { FlowSource } from '../load.ts'

/** Below this a choice is hardly ever understood from what people type. */
const LEAST = 3

/**
 * Choices without enough everyday words. Those that mean a yes, a no or "I do not know" have the words of everybody, spans of
 * the day are found by the clock.
 */
export const fewWords = ({ file, finding }: FlowSource): Finding[] =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    if (step.expect !== 'choice' || isTimetable(step.choices) || isScale(step.choices)) return []
    return step.choices.flatMap(({ label, words = [], means }, i) =>
      words.length >= LEAST || (means !== undefined && means !== 'other')
        ? []
        : finding(
            'few words',
            ['steps', id, 'choices', i],
            `Lựa chọn “${label}” cần ít nhất ${LEAST} cách người dân hay nói (words), ví dụ: words: [con trai, bé trai, thằng cu].`,
          ),
    )
  })

/** What reached one phone, beside what the accepted events had to be answered with. */
export interface Verdict {
  lost: string[]
  /** Said again right after itself: the one message that was in flight when the process died. */
  repeated: number
  /** Neither the next reply nor the last one again. */
  outOfOrder: number
}

/** Both lists in order; equal neighbours never occur in `expected`, so a repetition is told from a new message. */
export function judgeReplies(expected: readonly string[], seen: readonly string[]): Verdict {
  let next = 0
  const verdict: Verdict = { lost: [], repeated: 0, outOfOrder: 0 }
  for (const reply of seen) {
    if (reply === expected[next]) next += 1
    else if (next > 0 && reply === expected[next - 1]) verdict.repeated += 1
    else {
      // Counted as lost what lies between, when the reply belongs further on; else the reply itself is misplaced.
      const later = expected.indexOf(reply, next)
      if (later < 0) verdict.outOfOrder += 1
      else {
        verdict.lost.push(...expected.slice(next, later))
        next = later + 1
      }
    }
  }
  verdict.lost.push(...expected.slice(next))
  return verdict
}

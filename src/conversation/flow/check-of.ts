import { withRules } from '../checks/answer-rules.ts'
import type { Check } from '../checks/check.ts'
import { checkNamed } from '../checks/table.ts'
import type { Step, StepOf } from './flow-format.ts'

/** A step is shared by all citizens and never changed, and so is its check with its rules. */
const ruled = new WeakMap<StepOf<'text'>, Check>()

/** The rule of a question that is answered in words; undefined at any other. */
export function checkOf(step: Step | undefined): Check | undefined {
  if (step?.expect !== 'text') return undefined
  const check = checkNamed(step.check)
  if (!check || !step.rules) return check
  const known = ruled.get(step)
  if (known) return known
  const made = withRules(check, step.rules)
  ruled.set(step, made)
  return made
}

/** A step whose answer may be any sentence, so that nothing in it can be taken for anything else. */
export const isFreeStep = (step: Step | undefined): boolean => step?.expect === 'any' || checkOf(step)?.free === true

import type { Check } from '../checks/check.ts'
import { checkNamed } from '../checks/table.ts'
import type { Step } from './flow-format.ts'

/** The rule of a question that is answered in words; undefined at any other. */
export const checkOf = (step: Step | undefined): Check | undefined =>
  step?.expect === 'text' ? checkNamed(step.check) : undefined

/** A step whose answer may be any sentence, so that nothing in it can be taken for anything else. */
export const isFreeStep = (step: Step | undefined): boolean => step?.expect === 'any' || checkOf(step)?.free === true

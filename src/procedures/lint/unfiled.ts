import type { Rule } from './rule.ts'

/** A procedure that this agency takes, but that never hands anything in. */
export const unfiled: Rule = ({ file, finding }) =>
  file.mode === 'accept' && !Object.values(file.steps).some((step) => step.expect === 'none' && step.do === 'file')
    ? [finding('unfiled', ['mode'], 'Thủ tục nhận hồ sơ (mode: accept) cần một bước nộp (do: file).')]
    : []

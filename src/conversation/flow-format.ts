import { z } from 'zod'

/**
 * The grammar of one flow file, format 1. The file is parsed with YAML's failsafe schema, so every scalar arrives as
 * a string and a telephone number keeps its zero. Objects are strict: a misspelt word is an error with its line.
 */
const wording = z.string().min(1)
/** Names become keys of plain objects, where these already mean something. */
const isFree = (name: string): boolean => !(name in Object.prototype)
const TAKEN = 'tên này không dùng được'
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'tên bước chỉ gồm chữ thường không dấu, số và dấu gạch dưới')
  .refine(isFree, TAKEN)
const flowName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'tên luồng chỉ gồm chữ thường không dấu, số và gạch nối')
  .refine(isFree, TAKEN)
const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'khóa chỉ gồm chữ thường không dấu, số và gạch nối')
  .refine(isFree, TAKEN)
const answerName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'tên câu trả lời viết liền, không dấu')
  .refine(isFree, TAKEN)
const flag = z.enum(['true', 'false']).transform((word) => word === 'true')
const count = z.string().regex(/^[1-9]\d?$/).transform(Number) // prettier-ignore

const branch = z.strictObject({ when: z.string().optional(), to: id })
/** A step's name, or branches tried in order of which the last has no `when`. */
const next = z.union([id.transform((to): z.infer<typeof branch>[] => [{ to }]), z.array(branch).min(1)])

const choice = z
  .strictObject({ key, label: wording, next: id.optional(), flow: flowName.optional() })
  .refine(
    (it) => (it.next === undefined) !== (it.flow === undefined),
    'mỗi lựa chọn cần đúng một trong hai: next hoặc flow',
  )

const question = { say: wording, why: wording.optional() }
const saved = { saveAs: answerName.optional(), label: wording.optional() }
const button = z.strictObject({ label: wording.optional(), next: id })

const stepSchema = z.discriminatedUnion('expect', [
  z.strictObject({ expect: z.literal('choice'), ...question, ...saved, choices: z.array(choice).min(1).max(20) }),
  z.strictObject({
    expect: z.literal('text'),
    ...question,
    ...saved,
    check: z.string(),
    optional: flag.optional(),
    next,
  }),
  z.strictObject({
    expect: z.literal('files'),
    ...question,
    ...saved,
    accept: z.enum(['photo', 'document', 'both']).default('both'),
    max: count.default(1),
    optional: flag.optional(),
    next,
  }),
  /** Words or files, in as many messages as it takes, closed by a "Xong". */
  z.strictObject({ expect: z.literal('any'), ...question, ...saved, max: count.default(5), next }),
  z.strictObject({ expect: z.literal('consent'), ...question, yes: button, no: button }),
  z.strictObject({ expect: z.literal('review'), ...question, submit: wording.optional(), next: id }),
  z
    .strictObject({
      expect: z.literal('none'),
      say: wording.optional(),
      do: z.enum(['file', 'supplement', 'query dossier', 'query my dossiers']).optional(),
      next: next.optional(),
      flow: flowName.optional(),
      end: flag.optional(),
    })
    .refine(
      (it) => [it.next, it.flow, it.end].filter((exit) => exit !== undefined && exit !== false).length === 1,
      'bước này cần đúng một lối ra: next, flow hoặc end',
    ),
])

export const flowSchema = z.strictObject({
  format: z.literal('1'),
  flow: flowName,
  /** Raised when steps or branches change; left when only wording does. */
  version: z.string().regex(/^[1-9]\d{0,5}$/).transform(Number), // prettier-ignore
  name: wording,
  about: wording.optional(),
  /** Code of the administrative procedure, `2.000635`. */
  code: z.string().regex(/^\d\.\d{6}$/).optional(), // prettier-ignore
  /** Everyday words by which a citizen asks for it. */
  words: z.array(wording).optional(),
  /** `accept`: the dossier is filed here. `prepare`: it is prepared here and confirmed on the national portal. */
  mode: z.enum(['accept', 'prepare']).optional(),
  /** An agency code, or `choose`: the answer saved as `agency` is the area code of the commune. */
  agency: z.string().optional(),
  /** What to do when lost, and how to reach a person. A flow without them uses those of `menu`. */
  help: wording.optional(),
  contact: wording.optional(),
  start: id,
  steps: z.record(id, stepSchema),
})

export type FlowFile = z.infer<typeof flowSchema>
export type Step = FlowFile['steps'][string]
export type StepOf<Kind extends Step['expect']> = Extract<Step, { expect: Kind }>
export type Branch = z.infer<typeof branch>

/** Payloads the session itself answers to. A choice may not take one of them as its key. */
export const RESERVED_KEYS = [
  'menu', 'quay-lai', 'huy', 'tiep-tuc', 'tro-giup', 'vi-sao', 'gap-nguoi', 'bo-qua', 'giu-nguyen', 'xong', 'lam', 'lam-moi', 'bo-sung',
] as const // prettier-ignore

export const isQuestion = (step: Step): step is Exclude<Step, StepOf<'none'>> => step.expect !== 'none'

/** The name under which a question's answer is kept: its `saveAs`, else the step's own. */
export const answerNameOf = (id: string, step: Step): string => ('saveAs' in step && step.saveAs) || id

/** Choices of a step with where each leads; a consent is a choice between two. */
export function choicesOf(
  step: Step,
): readonly { key: string; label: string; next?: string | undefined; flow?: string | undefined }[] {
  if (step.expect === 'choice') return step.choices
  if (step.expect !== 'consent') return []
  return [
    { key: 'co', label: step.yes.label ?? 'Tôi đồng ý', next: step.yes.next },
    { key: 'khong', label: step.no.label ?? 'Tôi không đồng ý', next: step.no.next },
  ]
}

/** Every step that may follow directly. */
export function followersOf(step: Step): string[] {
  if (step.expect === 'choice' || step.expect === 'consent') return choicesOf(step).flatMap((it) => it.next ?? [])
  if (step.expect === 'review') return [step.next]
  return (step.next ?? []).map((branch) => branch.to)
}

import { z } from 'zod'
import { comparison, condition } from './condition.ts'
import { namedRules } from './named-rules.ts'
import { procedureFormat } from './procedure-format.ts'
import { answerName, flowName, id, key } from './names.ts'
import { repeat } from './repeat.ts'
import { type Choosable, MEANINGS } from '../words/choice-words.ts'

/**
 * The grammar of one flow file, format 1. The file is parsed with YAML's failsafe schema, so every scalar arrives as
 * a string and a telephone number keeps its zero. Objects are strict: a misspelt word is an error with its line.
 */
const wording = z.string().min(1)
const flag = z.enum(['true', 'false']).transform((word) => word === 'true')
const count = z
  .string()
  .regex(/^[1-9]\d?$/, 'là số từ 1 đến 99')
  .transform(Number)
const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'là số nguyên từ 1: 1, 2, 3…')
  .transform(Number)
const branch = z.strictObject({ when: condition.optional(), to: id })
/** A step's name, or branches tried in order of which the last has no `when`. */
const next = z.union([id.transform((to): z.infer<typeof branch>[] => [{ to }]), z.array(branch).min(1)])

const choice = z
  .strictObject({
    key,
    label: wording,
    /** Everyday words for it. */
    words: z.array(wording).max(120).optional(),
    /** What everybody says leads here: a yes, a no, "I do not know", or whatever is none of the other choices. */
    means: z.enum(MEANINGS).optional(),
    next: id.optional(),
    flow: flowName.optional(),
  })
  .refine(
    (it) => (it.next === undefined) !== (it.flow === undefined),
    'mỗi lựa chọn cần đúng một trong hai: next hoặc flow',
  )

/** `explain`: what the question means, and what to do in the usual doubts; said to whoever asks about it. */
const question = { say: wording, why: wording.optional(), explain: wording.optional() }
const saved = { saveAs: answerName.optional(), label: wording.optional() }
const button = z.strictObject({ label: wording.optional(), next: id })
/** Asked in one message with the questions that follow it: `with` names them in their order, `say` asks for all. */
const together = z.strictObject({ say: wording, with: z.array(id).min(1).max(5) }).optional()
/** What a step that asks nothing may do. */
export const DEEDS = [
  'file',
  'supplement',
  'rate',
  'withdraw',
  'forget',
  'send permit',
  'query dossier',
  'query own dossier',
  'query my dossiers',
  'query my permits',
  'query my visits',
  'query dossiers to rate',
  'query my data',
] as const

/** What the QR code of an identity card tells (qr §4.1). */
export const CARD_FIELDS = ['name', 'number', 'birthDate', 'sex', 'address'] as const

const stepSchema = z.discriminatedUnion('expect', [
  z.strictObject({
    expect: z.literal('choice'),
    ...question,
    ...saved,
    together,
    repeat,
    choices: z.array(choice).min(1).max(20),
  }),
  z.strictObject({
    expect: z.literal('text'),
    ...question,
    ...saved,
    check: z.string(),
    rules: namedRules.optional(),
    optional: flag.optional(),
    together,
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
  /** One of the things the query before it found: my dossiers, my permits. */
  z.strictObject({ expect: z.literal('pick'), ...question, ...saved, next }),
  /**
   * The identity card's QR code fills several answers at once. `say` is the consent: it names the data and the purpose.
   * Nothing is fetched before the citizen agreed; typing instead is always open.
   */
  z.strictObject({
    expect: z.literal('card'),
    ...question,
    fills: z.partialRecord(z.enum(CARD_FIELDS), answerName),
    next: id,
  }),
  z
    .strictObject({
      expect: z.literal('none'),
      say: wording.optional(),
      do: z.enum(DEEDS).optional(),
      next: next.optional(),
      flow: flowName.optional(),
      end: flag.optional(),
    })
    .refine(
      (it) => [it.next, it.flow, it.end].filter((exit) => exit !== undefined && exit !== false).length === 1,
      'bước này cần đúng một lối ra: next, flow hoặc end',
    ),
])

/** What becomes of citizens in the middle of an older version when this one is published. */
const move = z
  .strictObject({
    from: z.union([versionNumber.transform((it) => [it]), z.array(versionNumber).min(1)]),
    /** `keep`: finish on the old one. `move`: go on here and be asked only what is new. `stop`: be told why it ends. */
    do: z.enum(['keep', 'move', 'stop']).default('move'),
    /** Where who waits at an old step goes on; without it the answers are passed again from the start. */
    steps: z.record(id, id).optional(),
    say: wording.optional(),
  })
  .refine((it) => it.do === 'keep' || it.say !== undefined, 'cần lời giải thích (say) cho người đang làm dở')

export const flowSchema = z.strictObject({
  format: z.literal('1'),
  flow: flowName,
  /** Raised when steps or branches change; left when only wording does. */
  version: versionNumber,
  name: wording,
  about: wording.optional(),
  /** Code of the administrative procedure, `2.000635`. */
  code: z
    .string()
    .regex(/^\d\.\d{6}$/, 'có dạng 2.000635')
    .optional(),
  /** Everyday words by which a citizen asks for it. */
  words: z.array(wording).optional(),
  /** Sentences by which citizens ask for it, written as they write: what it is known by is learned from them. */
  says: z.array(wording.max(200)).max(200).optional(),
  /** `accept`: the dossier is filed here. `prepare`: it is prepared here and confirmed on the national portal. */
  mode: z.enum(['accept', 'prepare']).optional(),
  info: z.array(procedureFormat).min(1).optional(),
  /** Page of the procedure on the national portal. */
  link: z.url().optional(),
  /** Said instead of beginning: the order it depends on has ended, the agency takes no more. */
  closed: wording.optional(),
  /** The kind of permit that an approval grants (`flows/permits.yaml`), so that no program knows a procedure by name. */
  // Texts published before there were kinds say "travel pass".
  grants: z
    .string()
    .regex(/^([a-z][a-z0-9-]*|travel pass)$/, 'là id của một loại giấy trong permits.yaml')
    .optional(),
  moves: z.array(move).optional(),
  /** An agency code, or `choose`: the answer saved as `agency` is the area code of the commune. */
  agency: z.string().optional(),
  /** `leader`: a leader decides, and not whoever took the dossier in. */
  approval: z.literal('leader').optional(),
  /** Filings with this answer are open to nobody but leaders: what is said of officials. */
  reserved: comparison.optional(),
  /** A question or a petition, answered instead of approved: the name of the answer in which it is asked. */
  answered: answerName.optional(),
  /** What to do when lost, and how to reach a person. A flow without them uses those of `menu`. */
  help: wording.optional(),
  /** What comes after it was filed: what to show, to bring, and the usual doubts. Told to whoever asks then. */
  afterwards: wording.optional(),
  contact: wording.optional(),
  start: id,
  steps: z.record(id, stepSchema),
})

export type FlowFile = z.infer<typeof flowSchema>
export type Step = FlowFile['steps'][string]
export type StepOf<Kind extends Step['expect']> = Extract<Step, { expect: Kind }>
export type Branch = z.infer<typeof branch>
export type Move = z.infer<typeof move>
export type Deed = (typeof DEEDS)[number]
export type CardField = (typeof CARD_FIELDS)[number]

export const isQuestion = (step: Step): step is Exclude<Step, StepOf<'none'>> => step.expect !== 'none'

/** The name under which a question's answer is kept: its `saveAs`, else the step's own. */
export const answerNameOf = (id: string, step: Step): string => ('saveAs' in step && step.saveAs) || id

/** Choices of a step with where each leads; a consent is a choice between two. */
export function choicesOf(
  step: Step,
): readonly (Choosable & { next?: string | undefined; flow?: string | undefined })[] {
  if (step.expect === 'choice') return step.choices
  if (step.expect !== 'consent') return []
  return [
    { key: 'co', label: step.yes.label ?? 'Tôi đồng ý', next: step.yes.next },
    { key: 'khong', label: step.no.label ?? 'Tôi không đồng ý', next: step.no.next },
  ]
}

/** The ways on of a step that has several, in the order in which they are tried; none of one that has choices, or a single way. */
export const branchesOf = (step: Step): readonly Branch[] =>
  'next' in step && Array.isArray(step.next) ? step.next : []

/** Every step that may follow directly. */
export function followersOf(step: Step): string[] {
  if (step.expect === 'choice' || step.expect === 'consent') return choicesOf(step).flatMap((it) => it.next ?? [])
  if (step.expect === 'review' || step.expect === 'card') return [step.next]
  return (step.next ?? []).map((branch) => branch.to)
}

import type { ComponentChildren } from 'preact'
import type { Dossier } from '../../../dossiers/dossier.ts'
import { LONGEST_REASON, SHORTEST_REASON } from '../../../dossiers/apply.ts'
import type { PreparedApology } from '../../../dossiers/prepare-apology.ts'
import { isFinished } from '../../../dossiers/status.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import { tidy } from '../../../kernel/text.ts'
import type { Askable } from '../ask-form.ts'
import type { FilledReply } from '../canned-for.ts'
import type { DecisionType } from '../decision-form.ts'
import { AskForm } from './ask-form.tsx'
import { examplesFor } from './examples.ts'
import type { Trouble, Typed } from './trouble.ts'
import { Field } from '../../frame/field.tsx'
import { ProposeForm } from './propose-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { type Offer, type OfferContext, offersFor } from './moves.ts'

interface FormsProps extends OfferContext {
  csrf: string
  now: number
  askable: readonly Askable[]
  /** To choose from when the citizen is answered. */
  canned: readonly FilledReply[]
  /** To go on with. */
  typed?: Trouble
  /** The last decision, as far as this officer may take it back. */
  takeBack?: { label: string; until: number }
  prepared?: PreparedApology
}

export const ActionForms = ({ csrf, canned, typed, takeBack, prepared, now, askable, ...context }: FormsProps) => {
  const { dossier, actions } = context
  const all = offersFor(context)
  const offers = all.filter(({ type }) => type !== 'note')
  const note = all.find(({ type }) => type === 'note')
  const isAnswered = context.offered.includes('answer')
  const isVisit = context.visit !== undefined
  const prominent =
    isAnswered && !(isVisit && context.offered.includes('accept'))
      ? -1
      : offers.findIndex(({ type, asks }) => !asks && type !== 'ask' && type !== 'propose')
  const replying = { dossier, csrf, canned, typed: typed?.type === 'reply' ? typed : undefined }
  return (
    <>
      {isAnswered && !isVisit && <ReplyForm {...replying} closes />}
      {offers.length === 0 && !isAnswered && <p class="soft">{nothingToDo(dossier)}</p>}
      {offers.map((offer, i) =>
        offer.type === 'ask' ? (
          <AskForm
            {...{ key: 'ask', dossier, actions, askable, csrf, now, example: examplesFor(context).ask }}
            typed={typed?.type === 'ask' ? typed : undefined}
          />
        ) : offer.type === 'propose' ? (
          context.visit && (
            <ProposeForm
              {...{ key: 'propose', dossier, visit: context.visit, csrf, now }}
              typed={typed?.type === 'propose' ? typed : undefined}
            />
          )
        ) : (
          <Move
            key={offer.type}
            {...{ offer, csrf, typed, dossier, prominent: i === prominent }}
            prepared={offer.type === 'apologise' ? prepared : undefined}
          />
        ),
      )}
      {isAnswered && isVisit && (
        <details open={replying.typed !== undefined}>
          <summary>Trả lời, hoặc ghi là đã tiếp xong</summary>
          <ReplyForm {...replying} closes />
        </details>
      )}
      {!isAnswered && context.offered.includes('reply') && (
        <details open={replying.typed !== undefined}>
          <summary>Trả lời người dân</summary>
          <ReplyForm {...replying} />
        </details>
      )}
      {note && <Move {...{ offer: note, csrf, typed, dossier, prominent: false }} />}
      {takeBack && (
        <WordsForm
          {...{ dossier, csrf, type: 'take-back' as const, summary: `Thu lại “${takeBack.label}”`, danger: true }}
          asks={{ ...TAKING_BACK, hint: `Được đến ${renderInstant(takeBack.until)}. ${TAKING_BACK.hint}` }}
          {...(typed?.type === 'take-back' && { typed })}
        />
      )}
    </>
  )
}

const TAKING_BACK = {
  label: 'Lý do thu lại quyết định',
  hint: 'Người dân đọc nguyên văn; giấy của hồ sơ này mất giá trị. Ví dụ: Cán bộ bấm nhầm hồ sơ, xin được xem xét lại.',
  send: 'Xem lại trước khi thu lại',
}

interface MoveProps {
  offer: Offer
  dossier: Dossier
  csrf: string
  typed: Trouble | undefined
  prominent: boolean
  prepared?: PreparedApology | undefined
}

const Move = ({ offer, dossier, csrf, typed, prominent, prepared }: MoveProps) => {
  const { type, label, effect, asks, danger, day, choices } = offer
  if (asks) {
    const kept = typed?.type === type ? typed : undefined
    // Said at its field: where there is more to choose, the words are wrong only by their length.
    const isAboutChoice = kept?.because !== undefined && (day ?? choices) !== undefined && isFitting(kept.words)
    return (
      <WordsForm
        {...{ dossier, csrf, type, asks, summary: label }}
        {...(danger && { danger })}
        {...(kept && { typed: isAboutChoice ? withoutTrouble(kept) : kept })}
        {...(prepared && !kept && { prepared: prepared.reason })}
      >
        <Chosen {...{ offer, typed: kept, until: prepared?.until, wrong: isAboutChoice ? kept.because : undefined }} />
      </WordsForm>
    )
  }
  return (
    <form method="post" action={pathOf(dossier, type)} class="move">
      <Hidden dossier={dossier} csrf={csrf} />
      <button
        type="submit"
        class={prominent ? undefined : 'plain'}
        data-key={prominent ? 'a' : undefined}
        {...(effect && { 'aria-describedby': `effect-${type}` })}
      >
        {label}
      </button>
      {effect && (
        <p class="hint" id={`effect-${type}`}>
          {effect}
        </p>
      )}
    </form>
  )
}

const isFitting = (words: string): boolean =>
  tidy(words).length >= SHORTEST_REASON && tidy(words).length <= LONGEST_REASON

const withoutTrouble = ({ because: _, ...typed }: Trouble): Typed => typed

interface ChosenProps {
  offer: Offer
  typed: Typed | undefined
  /** A day that is proposed. */
  until: string | undefined
  wrong: string | undefined
}

/** What has to be chosen besides the words. */
const Chosen = ({ offer: { type, day, choices }, typed, until, wrong }: ChosenProps) => (
  <>
    {day && (
      <Field id={`until-${type}`} label={day} wrong={wrong}>
        {(described) => <input {...described} type="date" name="until" required value={typed?.until ?? until ?? ''} />}
      </Field>
    )}
    {choices && (
      <Field id={`which-${type}`} label={choices.label} wrong={wrong}>
        {(described) => (
          <select {...described} name="which" required>
            {choices.of.map((choice, i) => (
              <option key={choice} value={i} selected={typed?.which === String(i)}>
                {choice}
              </option>
            ))}
          </select>
        )}
      </Field>
    )}
  </>
)

interface WordsFormProps {
  dossier: Dossier
  csrf: string
  type: DecisionType
  summary: string
  asks: { label: string; hint: string; send: string }
  danger?: boolean
  typed?: Trouble
  /** Words to begin with, as the history of the dossier proposes them. */
  prepared?: string
  children?: ComponentChildren
}

/** Closed until it is wanted, so that nothing that hurts is one click away; opens by itself with what was typed. */
export const WordsForm = ({
  dossier,
  csrf,
  type,
  summary,
  asks,
  danger,
  typed,
  prepared,
  children,
}: WordsFormProps) => {
  return (
    <details open={typed !== undefined || prepared !== undefined} {...(prepared && { id: `form-${type}` })}>
      <summary class={danger ? 'danger' : undefined}>{summary}</summary>
      <form method="post" action={pathOf(dossier, type)}>
        <Hidden dossier={dossier} csrf={csrf} />
        {prepared && <p class="fresh">Đã soạn sẵn theo quá trình hồ sơ. Xin xem lại trước khi gửi.</p>}
        {children}
        <Field id={`words-${type}`} label={asks.label} hint={asks.hint} wrong={typed?.because}>
          {(described) => (
            <textarea
              {...{ ...described, name: 'words', rows: 4, value: typed?.words ?? prepared ?? '' }}
              required
              autofocus={typed !== undefined}
            />
          )}
        </Field>
        <button type="submit" class={danger ? 'danger' : undefined}>
          {asks.send}
        </button>
      </form>
    </details>
  )
}

const pathOf = (dossier: Dossier, type: DecisionType): string => `/staff/dossiers/${dossier.id}/${type}`

const Hidden = ({ dossier, csrf }: { dossier: Dossier; csrf: string }) => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="revision" value={dossier.revision} />
  </>
)

const nothingToDo = ({ status }: Dossier): string =>
  isFinished(status)
    ? 'Hồ sơ đã kết thúc, không còn việc gì phải làm.'
    : 'Hồ sơ của cơ quan khác: ông/bà xem được, cơ quan đó xử lý.'

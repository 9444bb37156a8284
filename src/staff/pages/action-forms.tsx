import type { ComponentChildren } from 'preact'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { DecisionType } from '../decision-form.ts'
import { type Offer, type OfferContext, offersFor } from './moves.ts'

/** A form that was not carried out, with what the officer had typed. `because` is absent when the dossier had changed. */
export interface Trouble {
  type: DecisionType
  words: string
  because?: string
}

interface FormsProps extends OfferContext {
  csrf: string
  trouble?: Trouble
}

export const ActionForms = ({ csrf, trouble, ...context }: FormsProps) => {
  const offers = offersFor(context)
  if (offers.length === 0) return <p class="soft">Hồ sơ đã kết thúc, không còn việc gì phải làm.</p>
  const prominent = offers.findIndex((offer) => !offer.asks)
  return (
    <>
      {offers.map((offer, i) => (
        <Move key={offer.type} {...{ offer, csrf, trouble, dossier: context.dossier, prominent: i === prominent }} />
      ))}
    </>
  )
}

interface MoveProps {
  offer: Offer
  dossier: Dossier
  csrf: string
  trouble: Trouble | undefined
  prominent: boolean
}

const Move = ({ offer, dossier, csrf, trouble, prominent }: MoveProps) => {
  const { type, label, effect, asks, danger } = offer
  if (asks) {
    return (
      <WordsForm
        {...{ dossier, csrf, type, asks, summary: label }}
        {...(danger && { danger })}
        {...(trouble?.type === type && { trouble })}
      />
    )
  }
  return (
    <form method="post" action={pathOf(dossier, type)} class="move">
      <Hidden dossier={dossier} csrf={csrf} />
      <button
        type="submit"
        class={prominent ? undefined : 'plain'}
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

interface WordsFormProps {
  dossier: Dossier
  csrf: string
  type: DecisionType
  summary: string
  asks: { label: string; hint: string; send: string }
  danger?: boolean
  trouble?: Trouble
  children?: ComponentChildren
}

/** Closed until it is wanted, so that nothing that hurts is one click away; opens by itself with what was typed. */
export const WordsForm = ({ dossier, csrf, type, summary, asks, danger, trouble, children }: WordsFormProps) => {
  const problem = trouble?.because
  return (
    <details open={trouble !== undefined}>
      <summary class={danger ? 'danger' : undefined}>{summary}</summary>
      <form method="post" action={pathOf(dossier, type)}>
        <Hidden dossier={dossier} csrf={csrf} />
        {children}
        <label for={`words-${type}`}>{asks.label}</label>
        <p class="hint" id={`hint-${type}`}>
          {asks.hint}
        </p>
        {problem && (
          <p class="wrong" id={`wrong-${type}`}>
            {problem}
          </p>
        )}
        <textarea
          id={`words-${type}`}
          name="words"
          required
          rows={4}
          aria-describedby={problem ? `hint-${type} wrong-${type}` : `hint-${type}`}
          {...(problem && { 'aria-invalid': true, autofocus: true })}
          value={trouble?.words ?? ''}
        />
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

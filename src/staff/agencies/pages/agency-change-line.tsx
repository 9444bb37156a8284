import type { Agency } from '../../../dossiers/agencies.ts'
import { type AgencyChange, changedFields } from '../../../dossiers/agency-changes.ts'
import { renderDay } from '../../../kernel/clock.ts'
import { FIELD_NAMES, type Names, renderField } from '../agency-words.ts'

interface LineProps {
  change: AgencyChange
  before: Agency | undefined
  names: Names
}

/** What an import would change of one agency, beside what it is now. */
export const AgencyChangeLine = ({ change: { code, since, entry, why }, before, names }: LineProps) => (
  <>
    <b>
      {entry.name} ({code})
    </b>
    , từ {renderDay(since)}: {before ? '' : 'cơ quan mới. '}
    {changedFields(before, entry)
      .map(
        (field) =>
          `${FIELD_NAMES[field]}: ${before ? `${renderField(before, field, names)} → ` : ''}${renderField(entry, field, names)}`,
      )
      .join('; ')}
    <span class="soft"> {why}</span>
  </>
)

import { type Agency, LEVELS } from '../../../dossiers/agencies.ts'
import { communes, renderArea } from '../../../province/areas.ts'
import { Field } from '../../frame/field.tsx'
import { FIELD_NAMES, LEVEL_NAMES } from '../agency-words.ts'
import type { AgencyForm, AgencyTroubles } from '../read-agency.ts'

export interface Choices {
  /** Those that are open. */
  agencies: readonly Pick<Agency, 'code' | 'name'>[]
  calendars: readonly { id: string; name: string }[]
  procedures: readonly { flow: string; name: string }[]
}

interface FieldsProps {
  typed: AgencyForm
  wrong: AgencyTroubles
  choices: Choices
}

interface SelectProps {
  name: 'level' | 'area' | 'parent' | 'calendar' | 'successor'
  typed: AgencyForm
  wrong: AgencyTroubles
  options: readonly { value: string; label: string }[]
  hint?: string
  id?: string
}

export const Select = ({ name, typed, wrong, options, hint, id = name }: SelectProps) => (
  <Field id={id} label={FIELD_NAMES[name]} hint={hint} wrong={wrong[name]}>
    {(described) => (
      <select {...described} name={name}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={typed[name] === value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** What only the province's administrators write: what an agency is called, where it stands, what it deals with. */
export const IdentityFields = ({ typed, wrong, choices }: FieldsProps) => (
  <>
    <Field id="name" label={FIELD_NAMES.name} wrong={wrong.name}>
      {(described) => <input {...described} name="name" required maxLength={120} value={typed.name} />}
    </Field>
    <Select
      {...{ name: 'level', typed, wrong, options: LEVELS.map((it) => ({ value: it, label: LEVEL_NAMES[it] })) }}
    />
    <Select
      {...{ name: 'parent', typed, wrong }}
      options={[
        { value: '', label: 'Không có' },
        ...choices.agencies.map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
    <Select
      {...{ name: 'area', typed, wrong }}
      hint="Xã, phường mà người dân chọn khi nộp."
      options={[
        { value: '', label: 'Không có' },
        ...communes.map(({ code }) => ({ value: String(code), label: renderArea(code) })),
      ]}
    />
    <fieldset class="field roles" aria-describedby={wrong.flows && 'wrong-flows'}>
      <legend>{FIELD_NAMES.competentFor}</legend>
      {wrong.flows && (
        <p class="wrong" id="wrong-flows">
          {wrong.flows}
        </p>
      )}
      <label class="tick">
        <input type="checkbox" name="all" id="flows" checked={typed.all !== ''} />
        <span>Mọi thủ tục của cấp này</span>
      </label>
      <details open={typed.all === ''}>
        <summary>Chỉ một số thủ tục (bỏ chọn ô trên)</summary>
        {choices.procedures.map(({ flow, name }) => (
          <label class="tick" key={flow}>
            <input type="checkbox" name="flows" value={flow} checked={typed.flows.includes(flow)} />
            <span>{name}</span>
          </label>
        ))}
      </details>
    </fieldset>
  </>
)

/** What an agency's own administrators write too. */
export const ContactFields = ({ typed, wrong, choices }: FieldsProps) => (
  <>
    <Field
      id="telephone"
      label={FIELD_NAMES.telephone}
      hint="Người dân đọc số này. Ví dụ: 0290 3 831 111."
      wrong={wrong.telephone}
    >
      {(described) => <input {...described} name="telephone" type="tel" maxLength={30} value={typed.telephone} />}
    </Field>
    <Field id="place" label={FIELD_NAMES.place} hint="Ví dụ: Số 1 Phan Ngọc Hiển, khóm 3." wrong={wrong.place}>
      {(described) => <input {...described} name="place" maxLength={200} value={typed.place} />}
    </Field>
    <Select
      {...{ name: 'calendar', typed, wrong }}
      options={[
        { value: '', label: 'Lịch chung' },
        ...choices.calendars.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  </>
)

/** From when it holds, and why: every change has both. */
export const OccasionFields = ({ typed, wrong, prefix = '' }: Omit<FieldsProps, 'choices'> & { prefix?: string }) => (
  <>
    <Field id={`${prefix}since`} label="Có hiệu lực từ ngày" wrong={wrong.since}>
      {(described) => <input {...described} type="date" name="since" required value={typed.since} />}
    </Field>
    <Field id={`${prefix}why`} label="Lý do" hint="Ví dụ: Quyết định 123/QĐ-UBND ngày 02/05/2030." wrong={wrong.why}>
      {(described) => <input {...described} name="why" required maxLength={300} value={typed.why} />}
    </Field>
    <input type="hidden" name="seen" value={typed.seen} />
  </>
)

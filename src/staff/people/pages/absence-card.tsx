import type { Absence } from '../../../dossiers/absences.ts'
import type { VietnamDay } from '../../../kernel/clock.ts'
import { Field } from '../../frame/field.tsx'
import type { Person } from '../ports.ts'
import { type AbsenceForm, type AbsenceTroubles, renderDays } from '../read-absence.ts'

export interface AbsenceCardProps {
  csrf: string
  /** Where its forms go: `/staff/account`, or the page of somebody. */
  path: string
  /** Not over yet. */
  absences: readonly Absence[]
  substitutes: readonly Pick<Person, 'id' | 'name'>[]
  nameOfPerson: (id: string) => string
  today: VietnamDay
  trouble?: { typed: AbsenceForm; at: AbsenceTroubles } | undefined
}

/** Days on which somebody is away, and who works for them meanwhile. */
export const AbsenceCard = (props: AbsenceCardProps) => {
  const { csrf, path, absences, substitutes, nameOfPerson, today, trouble } = props
  return (
    <section class="card" aria-labelledby="absence-title">
      <h2 id="absence-title">Nghỉ và người làm thay</h2>
      {absences.map((absence) => (
        <form class="move" method="post" action={`${path}/absences/end`} key={absence.since}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="since" value={absence.since} />
          <p>
            Nghỉ {renderDays(absence)}.{' '}
            {absence.substitute === undefined
              ? 'Không có người làm thay: việc nằm ở hàng chờ của cơ quan.'
              : `${nameOfPerson(absence.substitute)} làm thay.`}
          </p>
          <button type="submit" class="plain">
            {absence.since > today ? 'Bỏ lần nghỉ này' : 'Đã đi làm lại từ hôm nay'}
          </button>
        </form>
      ))}
      <form class="no-print" method="post" action={`${path}/absences`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Field id="absence-since" label="Nghỉ từ ngày" wrong={trouble?.at.since}>
          {(described) => (
            <input {...described} type="date" name="since" required min={today} value={trouble?.typed.since ?? ''} />
          )}
        </Field>
        <Field id="absence-until" label="Đến hết ngày" hint="Nghỉ một ngày thì để trống." wrong={trouble?.at.until}>
          {(described) => (
            <input {...described} type="date" name="until" min={today} value={trouble?.typed.until ?? ''} />
          )}
        </Field>
        <Field
          id="absence-substitute"
          label="Người làm thay"
          hint="Trong những ngày này, người làm thay có mọi vai trò của người nghỉ, trừ quản trị, và thấy việc của người nghỉ."
          wrong={trouble?.at.substitute}
        >
          {(described) => (
            <select {...described} name="substitute">
              <option value="">Không có, việc về hàng chờ của cơ quan</option>
              {substitutes.map(({ id, name }) => (
                <option key={id} value={id} selected={trouble?.typed.substitute === id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" class="plain">
          Ghi lần nghỉ
        </button>
      </form>
    </section>
  )
}

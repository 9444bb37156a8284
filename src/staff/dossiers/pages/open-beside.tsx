import type { OpenBeside } from '../../../dossiers/views.ts'
import { renderAge } from '../../frame/age.ts'

/** So that two people do not decide on one dossier at once. */
export const OpenBesideNotice = ({ people, now }: { people: readonly OpenBeside[]; now: number }) =>
  people.length === 0 ? null : (
    <p class="notice no-print">
      Đang mở cùng lúc: {people.map(({ name, at }) => `${name} (${renderAge(at, now)})`).join(', ')}.
    </p>
  )

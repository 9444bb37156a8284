import { renderArea } from '../province/areas.ts'
import { renderInstant } from '../kernel/clock.ts'
import { renderNumber } from '../permits/code/number.ts'
import type { PermitClaims } from '../permits/code/permit.ts'
import { renderTerms } from '../permits/code/render-terms.ts'

interface VerdictDetailsProps {
  claims: PermitClaims
  renderPurpose: (code: number) => string
}

/** What an officer compares with the person, the card and the vehicle. Also drawn on the officer's phone. */
export const VerdictDetails = ({ claims, renderPurpose }: VerdictDetailsProps) => (
  <div class="details">
    {claims.plate ? <Plate plate={claims.plate} /> : <p class="no-plate">Đi không kèm biển số xe</p>}
    <p class="name">{claims.name}</p>
    <dl>
      <Row label="Căn cước" class="id">
        <span aria-hidden="true">•••• </span>
        <span class="spoken">4 số cuối </span>
        {claims.idLast4}
      </Row>
      {claims.terms && <Row label="Chỉ được đi">{renderTerms(claims.terms)}</Row>}
      <Row label="Hiệu lực từ">{renderInstant(claims.validFrom)}</Row>
      <Row label="Đến">{renderInstant(claims.validUntil)}</Row>
      <Row label="Tuyến">{`${renderArea(claims.from)} – ${renderArea(claims.to)}`}</Row>
      <Row label="Mục đích">{renderPurpose(claims.purpose)}</Row>
      <Row label="Số giấy">{renderNumber(claims.id)}</Row>
    </dl>
  </div>
)

/** Breaks between its groups only, as on the vehicle. */
const Plate = ({ plate }: { plate: string }) => (
  <p class="plate">
    {plate.split(' ').map((group) => (
      <>
        <span>{group}</span>{' '}
      </>
    ))}
  </p>
)

const Row = (row: { label: string; class?: string; children: preact.ComponentChildren }) => (
  <div class={row.class}>
    <dt>{row.label}</dt>
    <dd>{row.children}</dd>
  </div>
)

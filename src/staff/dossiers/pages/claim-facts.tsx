import { renderArea } from '../../../province/areas.ts'
import { renderInstant } from '../../../kernel/clock.ts'
import type { PermitClaims } from '../../../permits/code/permit.ts'
import { renderTerms } from '../../../permits/code/render-terms.ts'

export type RenderPurpose = (code: number) => string

/** All that a permit says, before it is granted or revoked. */
export const ClaimFacts = ({ claims, renderPurpose }: { claims: PermitClaims; renderPurpose: RenderPurpose }) => (
  <dl class="answers">
    {factsOf(claims, renderPurpose).map(([label, shown]) => (
      <>
        <dt>{label}</dt>
        <dd>{shown}</dd>
      </>
    ))}
  </dl>
)

const factsOf = (claims: PermitClaims, renderPurpose: RenderPurpose): [string, string][] => [
  ['Người được cấp', `${claims.name} (4 số cuối căn cước ${claims.idLast4})`],
  ['Xe', claims.plate || 'Không đi xe riêng'],
  ['Mục đích', renderPurpose(claims.purpose)],
  ['Đi lại', `${renderArea(claims.from)} → ${renderArea(claims.to)}`],
  ['Hiệu lực', `${renderInstant(claims.validFrom)} đến ${renderInstant(claims.validUntil)}`],
  ...(claims.terms ? [['Giới hạn', renderTerms(claims.terms)] as [string, string]] : []),
]

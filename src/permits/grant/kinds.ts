import { renderInstant } from '../../kernel/clock.ts'

/** What a permit may be asked for. */
interface Purpose {
  /** Stands in the signed code. A number, once used, is never given to another purpose. */
  code: number
  /** The choice key in the flow that asks for it. */
  key: string
  label: string
}

/** A kind of permit, as `flows/permits.yaml` describes it: nothing in the program knows one by name. */
export interface PermitKind {
  id: string
  /** In capitals, above the code: `GIẤY ĐI ĐƯỜNG`. */
  title: string
  /** In running text: `giấy đi đường`. */
  name: string
  legalBasis: string
  /** Whom to ask, after the name of the agency on the sheet: `điện thoại 0290 3 831 234`. */
  contact?: string
  /** The order that makes the permit necessary; when it ends, so do the permits. */
  order: { id: string; title: string }
  longestDays: number
  mayBeExtended: boolean
  remindBeforeHours: number
  purposes: readonly Purpose[]
  /** The key of the only purpose, where nobody is asked for it. */
  purpose?: string
  /** Under which key of the dossier an answer stands, where that is not the claim's own name. */
  answers: Readonly<Record<string, string>>
}

export interface PermitKinds {
  all: readonly PermitKind[]
  find(id: string): PermitKind | undefined
  /** The kind whose purpose has this code, as a signed code has nothing else to tell it by. */
  ofPurpose(code: number): PermitKind | undefined
  /** The label of a code; one that this version does not know is shown as it is. */
  renderPurpose(code: number): string
  /** In running text. */
  nameOf(id: string): string
}

export function createKinds(all: readonly PermitKind[]): PermitKinds {
  const byId = new Map(all.map((kind) => [kind.id, kind]))
  const byCode = new Map(all.flatMap((kind) => kind.purposes.map(({ code }) => [code, kind] as const)))
  const labels = new Map(all.flatMap(({ purposes }) => purposes.map(({ code, label }) => [code, label] as const)))
  return {
    all,
    find: (id) => byId.get(id),
    ofPurpose: (code) => byCode.get(code),
    renderPurpose: (code) => labels.get(code) ?? `Mục đích số ${code}`,
    nameOf: (id) => byId.get(id)?.name ?? 'giấy',
  }
}

/** Texts of codes for a phone: purposes, and the titles of the kinds they belong to. */
export const labelsOf = ({
  all,
}: PermitKinds): { purposes: Record<number, string>; titles: Record<number, string> } => ({
  purposes: Object.fromEntries(all.flatMap(({ purposes }) => purposes.map(({ code, label }) => [code, label]))),
  titles: Object.fromEntries(all.flatMap(({ purposes, title }) => purposes.map(({ code }) => [code, title]))),
})

/** What a citizen or officer is told when the order behind a kind has ended. */
export const renderOrderEnded = ({ name, order }: PermitKind, endedAt: number): string =>
  `Từ ${renderInstant(endedAt)} không còn áp dụng ${order.title} nên cơ quan không cấp ${name} nữa. Ông/bà đi lại bình thường, không cần giấy.`

import type { FlowFile } from './flow-format.ts'

/** What a conversation and the linter must know of a kind of permit. `flows/permits.yaml` says it, for all flows that grant it. */
export interface GrantedKind {
  id: string
  /** In running text: `giấy đi đường`. */
  name: string
  longestDays: number
  mayBeExtended: boolean
  purposes: readonly { key: string; label: string }[]
  /** The key of the only purpose, where nobody is asked for it. */
  purpose?: string
  /** Under which name an answer is saved, where that is not the claim's own. */
  answers: Readonly<Record<string, string>>
}

/** The id of the kind that an approval grants. Texts published before there were kinds say `travel pass`. */
export const grantedBy = ({ grants }: Pick<FlowFile, 'grants'>): string | undefined => grants?.replace(' ', '-')

/** A matter that citizens ask for and that cannot be filed here (`flows/elsewhere.yaml`): where it is done instead. */
export interface Elsewhere {
  /** Also stands where names of flows stand; no flow has the same. */
  id: string
  /** As citizens know the matter. */
  name: string
  /** Code of the administrative procedure, `2.000635`. */
  code?: string
  where: string
  /** As it is read out; absent where none is known for certain. */
  phone?: string
  link?: string
  note?: string
  /** Flows that may be what is needed instead. */
  near: readonly string[]
  /** Sentences by which citizens ask for it. */
  says: readonly string[]
}

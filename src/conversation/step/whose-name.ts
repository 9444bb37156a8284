import type { Fact } from '../facts/fact.ts'

/** Whose name a question asks for, by the words that stand before such a name. */
const ROLES: Readonly<Record<string, readonly NonNullable<Fact['of']>[]>> = {
  childName: ['child'],
  fatherName: ['father', 'husband'],
  motherName: ['mother', 'wife'],
  landlord: ['landlord'],
  partner: ['fiancé', 'husband', 'wife'],
  subject: ['child', 'father', 'mother', 'husband', 'wife'],
  helperName: ['self'],
}
const FOR_SELF = 'helperName'

/**
 * Whether a name in a sentence may answer a question of a filing that asks for these. A name that is said to be somebody's is
 * theirs where they are asked for, and else the applicant's: "cho má tui Lê Thị Bảy". A bare one is not who only helps.
 */
export function mayBeNamed(name: string, { kind, of }: Fact, asked: readonly string[]): boolean {
  if (kind !== 'name') return true
  const roles = ROLES[name]
  if (of === undefined) return name !== FOR_SELF
  if (roles) return roles.includes(of)
  return !asked.some((it) => it !== FOR_SELF && ROLES[it]?.includes(of))
}

/** A sentence that a desk answers with again and again. */
export interface CannedReply {
  id: string
  /** The procedure it is for; '' for every one. */
  flow: string
  title: string
  text: string
  revision: number
  /** The name of whoever saved it last. */
  savedBy: string
  savedAt: number
}

/** `stale`: somebody else saved or removed it first; nothing was written. */
export interface CannedReplies {
  /** Those for all before those of one procedure, each by title. */
  all(): Promise<CannedReply[]>
  /** On the revision that was shown; 0 for a new one. */
  save(reply: CannedReply): Promise<'saved' | 'stale'>
  remove(id: string, revision: number): Promise<'removed' | 'stale'>
}

/** What stands for something of the dossier, and how it is explained to whoever writes it. */
export const PLACEHOLDERS = {
  ten: 'tên người nộp',
  ma: 'mã hồ sơ',
  thu_tuc: 'tên thủ tục',
  co_quan: 'cơ quan giải quyết',
  can_bo: 'tên cán bộ trả lời',
  han: 'hạn trả kết quả',
} as const

type Placeholder = keyof typeof PLACEHOLDERS
type ReplyFacts = Readonly<Record<Placeholder, string>>

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name)
const IN_BRACES = /\{([^{}]*)\}/g

export const fillReply = (text: string, facts: ReplyFacts): string =>
  text.replace(IN_BRACES, (whole, name: string) => (isPlaceholder(name) ? facts[name] : whole))

/** The first thing in braces that nothing fills. */
export const unknownIn = (text: string): string | undefined =>
  [...text.matchAll(IN_BRACES)].map(([, name = '']) => name).find((name) => !isPlaceholder(name))

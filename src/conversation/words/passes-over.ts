import { clausesOf } from './clauses.ts'
import { hasNone, isSkip } from './read-reply.ts'
import { plainOf, writtenOut } from './shorthand.ts'

const MOST = 3
const BY_NAME =
  /(?:^| )(?:bo qua|qua (?:cau|buoc|muc|phan|cai)|cho qua|khoi|khong can|next|skip|(?:bo|de) trong)(?: |$)/
const DENIES = /(?:^| )(?:khong|chua|dau co|quen|het)(?: |$)/
/** It will be sent all the same. */
const PROMISES = /(?:^| )(?:de|cho|doi|lat|mai|mot|gui|chup|dang)(?: |$)/

/** Says by its name that the question be passed over, and nothing else. */
export const skipsByName = (text: string): boolean => isSkip(text) && BY_NAME.test(plain(text))

const plain = (text: string): string => plainOf(writtenOut(text))

/**
 * Nothing is answered here: "bỏ qua", or "hong có chụp, qua bước sau", of which one clause says so and the others that there is
 * nothing. At a question for files any reason will do.
 */
export function passesOver(text: string, isOfFiles = false): boolean {
  if (isSkip(text)) return true
  const clauses = clausesOf(text)
  if (clauses.length < 2 || clauses.length > MOST || /\d|\?/.test(text)) return false
  const others = clauses.filter((it) => !skipsByName(it))
  if (others.length === clauses.length) return false
  return others.every((it) =>
    isOfFiles
      ? !PROMISES.test(plain(it)) || DENIES.test(plain(it))
      : hasNone(it) || isSkip(it) || DENIES.test(plain(it)),
  )
}

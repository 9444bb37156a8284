import { fold } from '../../kernel/text.ts'
import type { CheckContext, Reading } from '../checks/check.ts'
import { isFamilyName, isWrittenAsName } from '../checks/family-names.ts'
import type { Fact } from '../facts/fact.ts'
import { readFacts } from '../facts/read-facts.ts'
import { readingsOf } from '../facts/spend.ts'
import { SKIPPED } from '../flow/answers.ts'
import { checkOf } from '../flow/check-of.ts'
import { choicesOf, type Step } from '../flow/flow-format.ts'
import { pick } from '../words/read-choice.ts'
import type { Answer, Doubt } from '../words/session.ts'
import { cutApart, leftOf, runsOf, withoutCue } from './parts.ts'

/** One of the questions: its step, and the name of its answer. */
export interface Member {
  id: string
  name: string
  step: Step
}

interface Spent {
  answers: Record<string, Answer>
  told: string[]
  doubts: Record<string, Doubt>
  /** What was said that none of the questions took. */
  left: string
}

/**
 * What a message says to several questions: first what has a shape of its own wherever it stands, then parts between commas,
 * each at the question whose rule takes it, at last sentences of one's own. Whatever is read in two ways is left to be asked.
 */
export function spendTogether(members: readonly Member[], typed: string, { now, answers }: CheckContext): Spent {
  const text = cutApart(typed)
  const spent: Spent = { answers: {}, told: [], doubts: {}, left: '' }
  const taken: { from: number; to: number }[] = []
  const open = (): readonly Member[] => members.filter(({ id }) => !spent.told.includes(id) && !spent.doubts[id])
  const context = (): CheckContext => ({ now, answers: { ...answers, ...spent.answers } })
  const keep = ({ id, name }: Member, reading: Exclude<Reading, { ok: false }>): true => {
    const { value, shown } = reading
    if (reading.ok === true) {
      spent.answers[name] = { value, shown }
      spent.told.push(id)
    } else {
      const { because, otherwise } = reading
      spent.doubts[id] = { because, proposal: { value, shown, ...(otherwise && { otherwise }) } }
    }
    return true
  }
  const choose = ({ id, name, step }: Member, words: string): boolean => {
    const choice = step.expect === 'choice' ? pick(choicesOf(step), words) : undefined
    if (!choice) return false
    spent.answers[name] = { value: choice.key, shown: choice.label }
    return spent.told.push(id) > 0
  }
  const take = (member: Member, words: string): boolean => {
    if (member.step.expect === 'choice') return choose(member, words)
    if ('optional' in member.step && member.step.optional && checkOf(member.step)?.saysNone?.(words)) {
      spent.answers[member.name] = SKIPPED
      return spent.told.push(member.id) > 0
    }
    const reading = checkOf(member.step)?.check(words, context())
    return reading !== undefined && reading.ok !== false && keep(member, reading)
  }

  const [whole, ...alsoWhole] = /[,;]/.test(text) ? members.filter((it) => readsWhole(it, text, context())) : []
  if (whole && alsoWhole.length === 0 && take(whole, text)) return spent

  const facts = readFacts(text)
  const isFree = ({ from, to }: Fact): boolean => taken.every((it) => to <= it.from || from >= it.to)
  for (const member of members) {
    const check = checkOf(member.step)
    const alike = members.filter((it) => checkOf(it.step)?.takes === check?.takes)
    const readings = check ? readingsOf(check, factsFor(member, alike, facts.filter(isFree)), context()) : []
    const [one, two] = readings
    if (!check || !one || (two && alike.length > 1)) continue
    if (two) {
      const { value, shown } = two.reading
      keep(member, {
        ...one.reading,
        ok: 'unsure',
        because: 'Câu này có thể hiểu hai cách:',
        otherwise: { value, shown },
      })
    } else keep(member, one.reading)
    taken.push(...readings.map(({ fact }) => fact))
  }

  const stretches = leftOf(text, taken)
  const parts = stretches.filter((part) => part !== undefined)
  const isRead = (words: string): boolean =>
    open().some((it) => isTelling(it, words) && !isLonePlace(it, open(), parts) && take(it, words))
  const rest = stretches.map((part) =>
    part === undefined || isRead(withoutCue(part)) || isRead(part) ? undefined : part,
  )
  const sentences = open().filter(({ step }) => checkOf(step)?.takes === 'words')
  const runs = runsOf(
    rest,
    sentences.map(({ step }) => ('label' in step ? (step.label ?? '') : '')),
  )
  const waiting = (): readonly Member[] => sentences.filter((it) => open().includes(it))
  const isTaken = (member: Member | undefined, words: string): boolean =>
    member !== undefined &&
    !ASKING.test(fold(words)) &&
    checkOf(member.step)?.looksLike?.(words) !== false &&
    take(member, withoutCue(words))
  const unnamed = runs.filter(({ of, words }) => of === undefined || !isTaken(sentences[of], words))
  const inOrder = waiting()
  const meant = likeOne(inOrder, unnamed)
  const isPlain = meant.length === inOrder.length && spent.told.length > 0
  const left = unnamed.filter((run) => {
    const at = meant.indexOf(run)
    return !isPlain || at < 0 || !isTaken(inOrder[at], run.words)
  })
  return { ...spent, left: left.map(({ words }) => words).join(', ') }
}

/** "Ba, năm, bảy" is a list of one kind, and its parts are no answers to other questions. */
function readsWhole({ step }: Member, text: string, context: CheckContext): boolean {
  const check = checkOf(step)
  return check?.takes === 'days of the week' && check.check(text, context).ok !== false
}

/** Of several runs the one that looks like the only answer that is missing; all of them where none does. */
function likeOne<Run extends { words: string }>(missing: readonly Member[], runs: readonly Run[]): readonly Run[] {
  const [only] = missing
  const looksLike = only && missing.length === 1 ? checkOf(only.step)?.looksLike : undefined
  const alike = runs.filter(({ words }) => looksLike?.(words) === true)
  return alike.length === 1 ? alike : runs
}

/** What takes this takes anything. */
const NONSENSE = 'qwx zzk'
const ASKING = /\b(?:khong|ko|hong|gi|sao|nao|dau|bao nhieu|may)\b/

/** Of two places the one that somebody leaves is where they go from; without such words two stand in their order. */
function factsFor(member: Member, alike: readonly Member[], facts: readonly Fact[]): readonly Fact[] {
  // Hours without a side are read part by part: the day of one alone is no beginning.
  const isTimed = checkOf(member.step)?.takes === 'beginning' && facts.some((it) => it.kind === 'clock')
  if (alike.length < 2) return isTimed ? facts.filter((it) => it.kind !== 'day') : facts
  const ownSide = member.name === 'from' || member.name === 'to' ? member.name : undefined
  const sided = facts.filter(({ side }) => side !== undefined && side === ownSide)
  if (sided.length > 0) return sided
  const kind = checkOf(member.step)?.takes
  const own = facts.filter((it) => it.kind === kind && it.side === undefined)
  const at = alike.indexOf(member)
  return own.length === alike.length && own[at] ? [own[at]] : []
}

/** A place without a word of where it leads may be either end of a journey. */
function isLonePlace(member: Member, open: readonly Member[], parts: readonly string[]): boolean {
  const check = checkOf(member.step)
  if (check?.takes !== 'area') return false
  const alike = open.filter((it) => checkOf(it.step)?.takes === 'area')
  const places = parts.filter((part) => check.check(withoutCue(part), { now: 0, answers: {} }).ok !== false)
  return places.length < alike.length
}

/** A part that only a name looks like is a name; any two words would be. Sentences of one's own are told last. */
function isTelling({ step }: Member, words: string): boolean {
  const check = checkOf(step)
  if (step.expect === 'choice') return true
  if (check?.takes === 'name') return isWrittenAsName(words) || isFamilyName(words.split(/\s+/)[0] ?? '')
  if (check?.takes !== 'words') return check !== undefined
  const accepts = (it: string): boolean => check.check(it, { now: 0, answers: {} }).ok === true
  return accepts(words) && !accepts(NONSENSE)
}

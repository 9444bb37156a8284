import { beginningOf, composed } from '../../kernel/text.ts'
import { UNKNOWN_PERSON } from '../checks/name-or-unknown.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { sayBetween } from '../session/say-between.ts'
import { flowAt, startFlow } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { readCardReply, readCardWords } from '../step/card-words.ts'
import { mayChoose, mayConsent } from '../step/choosing.ts'
import { isHandingIn } from '../step/read-event.ts'
import { beginButton, steering } from '../words/buttons.ts'
import { clausesOf } from '../words/clauses.ts'
import { passesOver } from '../words/passes-over.ts'
import { saysSent } from '../words/pointing.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { isDone, isKeep, isNo, isYes } from '../words/read-reply.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import type { FlowContext, Session } from '../words/session.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { withoutSlip } from '../words/slips.ts'
import { asksSomething } from './asking-words.ts'
import { asksWhy } from './asks-why.ts'
import { answerAtConsent } from './asked-at-consent.ts'
import { answerToQuestion } from './asked-everywhere.ts'
import { explainAt } from './explain.ts'
import { feelingIn } from './feelings.ts'
import { loosely } from './loosely.ts'
import { findProcedures, type Found, meaningsOf, namedProcedures } from './search-flows.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { MOST_SAID, tellAbout } from './suggest.ts'
import { lackingAt } from './lacking.ts'
import { isHere } from './matters.ts'
import { otherLanguage } from './other-language.ts'
import { tellProcedure } from './tell-procedure.ts'
import { tellElsewhere } from './tell-elsewhere.ts'
import { isMourning, smallTalk, tactFor } from './tact.ts'
import { answerOfOffices } from './offices.ts'
import { readTopics, wantsSomething } from './topics.ts'
import { asksOfEarlier, doesInstead, mayTurnAway } from './turning-away.ts'

/**
 * A sentence in the middle of a filing that is not the answer: a question, a feeling, a look-up, another procedure. It is
 * answered and the open question comes again, so the filing is never lost by it; undefined lets the step have the sentence.
 * `takes`: whether the open question would take the words (`mayAnswer`).
 */
export function answerAside(session: Session, text: string, takes: () => boolean, world: World): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (!position || !flow || !step) return undefined
  if (!flow.keepsDraft) return explainLookUp(session, step, text, world)
  if (asksOfEarlier(step, text) && world.flows.current(LOOKUP_FLOW))
    return startFlow(session, LOOKUP_FLOW, world, 'ask')
  if (step.expect === 'review' && asksToSeeAgain(text)) return sayBetween(session, SEEN_AGAIN, world)
  const isAnswer = takes()
  const isQuestion = asksSomething(text)
  if (isQuestion && asksOfFiling(flow, step, text, world)) return tellAbout(session, flow, readTopics(text), world)
  // "Gửi về nhà mất nhiêu" has not chosen yet.
  const asksPrice = step.expect === 'choice' && isQuestion && readTopics(text).includes('fee')
  const isAsking = asksPrice || (isQuestion && takesAnyWords(step, text))
  const ofData = step.expect === 'consent' && !isAnswer ? answerAtConsent(text) : undefined
  if (ofData !== undefined) return sayBetween(session, ofData, world)
  // What becomes of a no is told at the consent itself.
  if (isQuestion && step.expect === 'consent' && /đồng ý|dong y/iu.test(text)) return undefined
  // "Sđt của xã Đất Mũi" holds the name of a place, and yet is no answer to where one goes.
  const isOther = !isAnswer || isAsking || (step.expect === 'text' && !isFreeStep(step))
  const general = isOther ? (answerOfOffices(text, world.now) ?? answerToQuestion(text)) : undefined
  if (general !== undefined) return sayBetween(session, general, world)
  const isReply = step.expect === 'any'
  const mayTurn = mayTurnAway(step, text)
  if (isAnswer && !isAsking && !mayTurn && !(isReply && text.length <= MOST_ASKED_BACK)) return undefined
  if (!isAnswer && asksWhy(text))
    return explainAt(session, world, 'reason', feelingIn(text) === undefined ? undefined : SORRY_TO_ASK)
  const topics = readTopics(text)
  if ((topics.length > 0 || isQuestion) && asksOfQuestion(text))
    return tellElsewhereOf(session, text, world) ?? explainAt(session, world)
  const found = (topics.length > 0 ? findProcedures : namedProcedures)(world.flows, text)
  const told = found.find((it) => it.flow.info !== undefined)?.flow ?? flow
  if (topics.length > 0 && told.info) {
    const explained =
      told === flow && topics.includes('fee') && explainsMoney(step) ? explainAt(session, world) : undefined
    return explained
      ? after(say(tellProcedure(told, topics, world.now)), explained)
      : tellAbout(session, told, topics, world)
  }
  const other = found.find((it) => it.flow.flow !== flow.flow)
  if (mayTurn && other !== undefined && (wantsSomething(text) || doesInstead(text)))
    return goOver(session, other.flow, text, world)
  const called = isReply && !isQuestion ? calledByClause(flow, text, world) : undefined
  if (called) return goOver(session, called, text, world)
  if ((!isAnswer || isReply) && other && found[0] === other && isCall(other, text) && !isQuestion)
    return goOver(session, other.flow, text, world)
  if (isAnswer && !isAsking) return undefined
  const foreign = session.toldLanguage ? undefined : otherLanguage(text)
  if (foreign !== undefined) return sayBetween({ ...session, toldLanguage: true }, foreign, world)
  if (isMourning(text)) return sayBetween(session, tactFor(text) ?? '', world)
  const lacking = lackingAt(step, text)
  if (lacking !== undefined) return sayBetween(session, lacking, world)
  const talk = talkAt(step, text)
  if (talk !== undefined) return sayBetween(session, talk, world)
  return isQuestion ? explainAt(session, world) : undefined
}

const SEEN_AGAIN = 'Dạ, đây là những gì ông/bà đã khai:'
/** "Đọc lại cho tui nghe coi", "cho coi lại hết": at the review it stands above, and may stand far above. */
const SEE_AGAIN =
  /^(?:(?:da|em|anh|chi|con|oi|lam on|nho|cho) )*(?:toi )?(?:doc|nhac|gui|hien|liet ke|cho (?:toi |em |con )?(?:coi|xem|nghe)) (?:lai|het|ra)(?: (?:cho|toi|em|con|ba|ong|nghe|coi|xem|voi|gium|giup|dum|di|het|ho so|don|thong tin|nhung gi|nay gio|da|khai|ghi|mot|luot|lan|nua|cai|nha|nhe))*$/
const asksToSeeAgain = (text: string): boolean => SEE_AGAIN.test(plainOf(spellOut(text)).replaceAll(' |', ''))

const SORRY_TO_ASK = 'Xin lỗi đã làm phiền ông/bà.'

/** Where something on a paper stands or is found, how much at most: of the open question, not of the whole procedure. */
const OF_QUESTION = loosely(
  '(?:nằm|ghi|in|thấy|coi|xem|kiếm|tìm|đọc|mua|xin|lấy)(?: (?:cái|số|này|đó|giấy|mã|nó|mẫu|tờ|lại)){0,3} (?:ở |tại |trên )?(?:đâu|chỗ nào|khúc nào|mặt nào|trang nào|góc nào|dòng nào)(?! (?:nộp|làm))',
  '(?:dài|lâu|nhiều|ít|sớm|trễ|muộn|xa) nhất|tối đa|tối thiểu|nhiều nhứt|lâu nhứt|dài nhứt|ít nhứt|(?:được|hạn|quá) (?:mấy|bao nhiêu|nhiêu) (?:năm|tháng|tuần|ngày|bữa|người|tấm|cái)',
)
/** "Phản ánh rồi chừng nào có người xuống": in a story too, of what is being filed itself. */
const asksOfFiling = (flow: CompiledFlow, step: Step, text: string, { flows }: World): boolean =>
  checkOf(step)?.tellsStory === true &&
  flow.info !== undefined &&
  text.length <= 80 &&
  readTopics(text).length > 0 &&
  namedProcedures(flows, text).some((it) => it.flow.flow === flow.flow)

/** The explanation of a question tells of money, too. */
const explainsMoney = (step: Step): boolean =>
  'explain' in step && step.explain !== undefined && /phí|tiền|đồng|cước|thuế/u.test(step.explain)
const RESULT = loosely('kết quả|giấy (?:khai sinh|này|đó) xong|lấy giấy|nhận giấy')
const asksOfQuestion = (text: string): boolean =>
  composed(text).toLowerCase().search(OF_QUESTION) >= 0 && composed(text).toLowerCase().search(RESULT) < 0

/** "Giấy chứng sinh lấy ở đâu": a paper that somebody else gives. */
function tellElsewhereOf(session: Session, text: string, world: World): Turned | undefined {
  const [only, ...more] = meaningsOf(world.flows, text).sure
  return only && more.length === 0 && !isHere(only.matter) ? tellElsewhere(session, only.matter, world) : undefined
}

/** Who looks something up and lacks the code, or asks about it, is told where it stands. */
const LACKING = loosely('(?:không|ko|k|hông|hổng|hong|chưa) (?:có|còn|giữ|nhớ|thấy|biết)', 'mất|quên|thất lạc')
const explainLookUp = (session: Session, step: Step, text: string, world: World): Turned | undefined =>
  step.expect === 'text' &&
  step.explain !== undefined &&
  (asksSomething(text) || text.toLowerCase().search(LACKING) >= 0)
    ? explainAt(session, world)
    : undefined

/** Thanks are no name; "ok" and the like may be an answer to anything but a name. */
const talkAt = (step: Step, text: string): string | undefined =>
  feelingIn(text) ?? (step.expect === 'text' || step.expect === 'choice' ? smallTalk(text) : undefined)

/** The longest question back to an officer that is no reply to them: "mờ chỗ nào vậy". */
const MOST_ASKED_BACK = 25

/** Whatever is typed here passes for an answer, a question too; but a petition and a longer reply may ask. */
function takesAnyWords(step: Step, text: string): boolean {
  if (step.expect === 'any') return text.length <= MOST_ASKED_BACK
  const check = checkOf(step)
  return check !== undefined && check.tellsStory !== true && (check.free || check.takes === 'words')
}

/** A procedure's own words that make up the message, or stand in a sentence that wants something. */
function isCall({ span }: Found, text: string): boolean {
  if (!span) return false
  const length = plainOf(spellOut(text)).split(' ').length
  return span.to - span.from >= length * 0.6 || wantsSomething(text)
}

/** "Thôi không bổ sung nữa, rút hồ sơ": the other procedure that one clause calls, and nothing else. */
function calledByClause({ flow: here }: CompiledFlow, text: string, { flows }: World): CompiledFlow | undefined {
  const clauses = clausesOf(text)
  const found = clauses.flatMap((clause) => namedProcedures(flows, clause).filter((it) => isCall(it, clause)))
  return clauses.length < 2 ? undefined : found.find(({ flow }) => flow.flow !== here)?.flow
}

/** Whether the open question would take these words. */
export function mayAnswer(step: Step, context: FlowContext, typed: string, now: number): boolean {
  const text = isFreeStep(step) ? typed : withoutSlip(typed)
  // "Ok cảm ơn" keeps nothing where nothing was told yet.
  const hasAnswer = step.expect !== 'text' || context.answers[answerNameOf('', step)] !== undefined
  if (hasAnswer && (isDone(text) || isKeep(text))) return true
  if (step.expect === 'files' && saysSent(text)) return true
  if (context.proposal && (isYes(text) || isNo(text) || readOrdinal(text) !== undefined)) return true
  if (
    'optional' in step &&
    step.optional &&
    (passesOver(text, step.expect === 'files') || checkOf(step)?.saysNone?.(text))
  )
    return true
  if (step.expect === 'choice') return mayChoose(step.choices, text, context)
  if (step.expect === 'consent') return mayConsent(text, step)
  if (step.expect === 'card') return (context.card ? readCardReply : readCardWords)(text) !== undefined
  if (step.expect === 'review') return readOrdinal(text) !== undefined || isHandingIn(text, step)
  if (step.expect === 'pick') return mayChoose(context.options ?? [], text, context)
  return isAnswerTo(step, context, text, now)
}

/** The question asks for words of the citizen's own, and these will do. A name is judged in `name-answer`. */
export function isAnswerTo(step: Step, context: FlowContext | undefined, text: string, now: number): boolean {
  if (isFreeStep(step)) return true
  const check = checkOf(step)
  const reading = check?.check(text, { now, answers: context?.answers ?? {} })
  // A year that is told beside other words is asked back, and is no other matter.
  if (check?.takes === 'year') return reading?.ok !== false
  return reading?.ok === true && (check?.takes !== 'name' || reading.value === UNKNOWN_PERSON)
}

function goOver(session: Session, to: CompiledFlow, text: string, world: World): Turned {
  if (to.flow === LOOKUP_FLOW) return startFlow(session, to.flow, world, 'ask')
  const choices = [
    beginButton(to.flow, searchPhrases.labels.switchTo(to.name)),
    steering('resume', searchPhrases.labels.goOn),
  ]
  return {
    session: { ...session, asking: { what: 'which procedure', flows: [to.flow] }, said: beginningOf(text, MOST_SAID) },
    effects: say(searchPhrases.reallySwitch(to.name), choices),
  }
}

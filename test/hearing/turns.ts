// npm run hearing:turns: how many times a citizen must write, and how many letters they must read, from "xin chào" to a filed
// dossier. `--talk` prints the whole talk.
import { parseArgs } from 'node:util'
import { type Lab, openLab, type State } from './lab.ts'
import type { Act } from './message.ts'
import { filings, type Filing } from './filings.ts'
import { openQuestion } from './reach.ts'

const { values } = parseArgs({ options: { talk: { type: 'boolean', default: false } } })

/** More than any procedure takes. */
const TURNS = 60

interface Told {
  turns: number
  /** UTF-16 units of all texts, without the titles of buttons; and with them, as a phone reads aloud. */
  letters: number
  aloud: number
  isFiled: boolean
  talk: string[]
}

/** A sentence is said once; who is asked again says the short thing, as somebody does who was not understood. */
function nextOf(filing: Filing, state: State, said: Set<Act>): Act {
  const open = openQuestion(state)
  if (state.proposed.length > 0) return 'đúng rồi'
  const wanted = open && (filing.says[open.name] ?? open.ask.by)
  const ways = wanted === undefined ? [] : isSeveral(wanted) ? wanted : [wanted]
  return ways.find((it) => !said.has(it)) ?? ways.at(-1) ?? (state.isOptional ? 'bỏ qua' : 'không biết')
}

const isSeveral = (acts: Act | readonly Act[]): acts is readonly Act[] => Array.isArray(acts)

async function play(lab: Lab, filing: Filing): Promise<Told> {
  const citizen = lab.newCitizen()
  const said = new Set<Act>()
  const talk: string[] = []
  const told = { letters: 0, aloud: 0 }
  let turns = 0
  const say = async (act: Act) => {
    await lab.turn(citizen, act)
    turns++
    said.add(act)
    talk.push(`> ${typeof act === 'string' ? act : JSON.stringify(act)}`)
    for (const { text, buttons } of lab.lastSaid(citizen)) {
      const titles = buttons.map(({ title }) => title).join(' ')
      told.letters += text.length
      told.aloud += text.length + titles.length
      talk.push(`${text}${buttons.map(({ title }) => `\n  [${title}]`).join('')}`)
    }
  }
  for (const act of filing.opens) await say(act)
  for (;;) {
    const isFiled = (await lab.dossiersOf(citizen)) > 0
    const state = await lab.stateOf(citizen)
    if (isFiled || turns >= TURNS || state.flow === undefined) return { turns, ...told, isFiled, talk }
    await say(nextOf(filing, state, said))
  }
}

const lab = await openLab()
for (const filing of filings) {
  const { turns, letters, aloud, isFiled, talk } = await play(lab, filing)
  if (values.talk) console.log(talk.join('\n\n'), '\n')
  const end = isFiled ? '' : ' (not filed)'
  console.log(`${filing.title}: ${turns} turns, ${letters} letters to read, ${aloud} with the buttons${end}`)
}
await lab.close()

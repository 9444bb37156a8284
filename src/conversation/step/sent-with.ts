import { renderPlace } from '../checks/coordinates.ts'
import type { CitizenEvent } from '../words/events.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { type Step } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'

/** What is sent instead of words, or with them. */
export type Thing = Extract<CitizenEvent, { type: 'FILE' | 'LOCATION' | 'CONTACT' | 'UNSUPPORTED' }>

/** The words that came with something, and those that say the same as the thing where any sentence may be the answer. */
export function wordsWith(thing: Thing, step: Step | undefined): string | undefined {
  const isFree = isFreeStep(step)
  switch (thing.type) {
    case 'FILE':
      return thing.caption
    case 'UNSUPPORTED':
      return thing.text
    case 'LOCATION': {
      // A point alone tells no story; as a part of a reply it does.
      if (!isFree || (thing.text === undefined && step?.expect !== 'any')) return thing.text
      return [thing.text, renderPlace(thing.latitude, thing.longitude)].filter((it) => it !== undefined).join('\n')
    }
    case 'CONTACT': {
      const told = [thing.name, thing.phone].filter((it) => it !== undefined)
      return isFree && told.length > 0 ? `${phrases.contactCard}: ${told.join(', ')}` : undefined
    }
  }
}

/** What is said of a thing whose words are read and which itself is not used. */
export function unusedThing(thing: Thing, step: Step | undefined): string | undefined {
  switch (thing.type) {
    case 'FILE':
      return step?.expect === 'card' ? phrases.card.consentFirst : phrases.wordsOnly.file
    case 'UNSUPPORTED':
      return phrases.wordsOnly[thing.what]
    case 'LOCATION':
      return isFreeStep(step) ? undefined : phrases.wordsOnly.location
    case 'CONTACT':
      return undefined
  }
}

/** Whether the question itself takes the thing, with its words. */
export const takesThing = (thing: Thing, step: Step | undefined): boolean =>
  (thing.type === 'FILE' && (step?.expect === 'files' || step?.expect === 'any')) ||
  (thing.type === 'LOCATION' && (isPlaceStep(step) || isAreaStep(step)))

/** A point on the map tells the commune it lies in, to be asked back. */
export const isAreaStep = (step: Step | undefined): boolean => checkOf(step)?.takes === 'area'

/** A spot on the map answers where something is, and in which commune. */
export const isPlaceStep = (step: Step | undefined): boolean => {
  const takes = checkOf(step)?.takes
  return takes === 'point' || takes === 'area'
}

const LINK = /(?:https?:\/\/|www\.)\S+/giu

/** What is left of a text where the address of a page can be no part of the answer. */
export const withoutLinks = (text: string, step: Step | undefined): string =>
  isFreeStep(step) || isPlaceStep(step) ? text : text.replace(LINK, ' ').replace(/ {2,}/g, ' ').trim()

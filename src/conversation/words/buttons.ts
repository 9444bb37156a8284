import type { Choice } from './messages.ts'
import { writePayload, type Command, type Payload } from './payload.ts'
import { phrases } from './phrases.ts'

type Button = Extract<Choice, { key: string }>

export const button = (payload: Payload, label: string): Button => ({ key: writePayload(payload), label })

export const steering = (command: Command, label: string): Button => button({ to: 'steer', command }, label)

export const menuButton: Button = steering('menu', phrases.labels.menu)

export const beginButton = (flow: string, label: string): Button => button({ to: 'begin', flow }, label)
export const anewButton = (flow: string, label: string): Button => button({ to: 'begin anew', flow }, label)
export const goOnButton = (flow: string, label: string): Button => button({ to: 'go on', flow }, label)
export const withdrawButton = (code: string, label: string): Button => button({ to: 'withdraw', code }, label)
export const replyButton = (dossier: string, label: string): Button => button({ to: 'reply', dossier }, label)

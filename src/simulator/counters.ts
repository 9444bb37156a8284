/** What happened since the start. `attempts` counts every POST to the webhook, copies and retries too. */
export interface Counters {
  events: number
  attempts: number
  retries: number
  accepted: number
  lost: number
  apiCalls: number
  sends: number
  uploads: number
  refreshes: number
  refusals: number
  drops: number
}

export const noCounts = (): Counters => ({
  events: 0,
  attempts: 0,
  retries: 0,
  accepted: 0,
  lost: 0,
  apiCalls: 0,
  sends: 0,
  uploads: 0,
  refreshes: 0,
  refusals: 0,
  drops: 0,
})

/** What the channel to citizens allows, as its adapter knows it. Passed to whoever must keep to it; times are milliseconds. */
export interface ChannelFacts {
  /** For so long after a citizen's last word, messages about their matters are taken. */
  openFor: number
  /** For so long they cost nothing. */
  freeFor: number
  /** Domains, with all names under them, from which it serves what citizens send. */
  fileHosts: readonly string[]
}

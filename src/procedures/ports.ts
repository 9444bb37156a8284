/** One publication of a flow. Rows are appended and never changed. */
export interface FlowVersion {
  flow: string
  /** Raised by the author when steps or branches change; conversations are pinned to it. */
  version: number
  /** Counts wordings of one version from 1; the newest reaches everybody on that version. */
  revision: number
  /** Hash of everything except wording. All revisions of a version share it. */
  shape: string
  /** The YAML text as published. */
  source: string
  publishedBy: string
  publishedAt: number
}

export interface FlowVersions {
  all(): Promise<FlowVersion[]>
  /** `known`: somebody published this revision first; load again. */
  publish(row: FlowVersion): Promise<'published' | 'known'>
}

import { STATUSES, type Status } from '../../../dossiers/status.ts'

const KIND: Record<Status, 'new' | 'running' | 'paused' | 'ended' | 'stopped'> = {
  registered: 'new',
  accepted: 'running',
  processing: 'running',
  supplement: 'paused',
  payment: 'paused',
  done: 'ended',
  returned: 'ended',
  withdrawn: 'ended',
  declined: 'stopped',
  stopped: 'stopped',
}

export const StatusChip = ({ status }: { status: Status }) => (
  <span class={`status ${KIND[status]}`}>{STATUSES[status].label}</span>
)

import type { ComponentChildren } from 'preact'
import type { PermitStaff } from './frame.tsx'

interface LastLookProps {
  staff: PermitStaff
  /** Where it is sent to when it is meant, and the way back. */
  action: string
  back: string
  danger?: boolean
  /** What the button says. */
  children: ComponentChildren
}

/** Below what would be done: the button that does it, and the way back. */
export const LastLook = ({ staff, action, back, danger = false, children }: LastLookProps) => (
  <div class="pair">
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={staff.csrf} />
      <button type="submit" class={danger ? 'danger' : undefined}>
        {children}
      </button>
    </form>
    <a class="button plain" href={back}>
      Chưa, quay lại
    </a>
  </div>
)

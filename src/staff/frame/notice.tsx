import type { ComponentChildren } from 'preact'

/** What came of a form. It takes the focus, so that whoever hears the page or uses a keyboard goes on from here. */
export const Notice = ({ bad, id, children }: { bad?: boolean; id?: string; children: ComponentChildren }) => (
  <div class={bad ? 'notice bad' : 'notice'} role={bad ? 'alert' : 'status'} id={id} tabIndex={-1} autofocus>
    {children}
  </div>
)

import type { ComponentChildren } from 'preact'

/** Drawn on a 24 × 24 grid with the colour of the text; the control around it carries the name. */
const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

export const PhotoIcon = () => (
  <Icon>
    <rect x="3" y="4.5" width="18" height="15" rx="3" />
    <circle cx="8.5" cy="10" r="1.6" />
    <path d="m4 17.5 5-4.5 3.5 3 3.5-3.5 4.5 4.5" />
  </Icon>
)

export const CardIcon = () => (
  <Icon>
    <rect x="3" y="5" width="18" height="14" rx="2.5" />
    <circle cx="8" cy="11" r="1.8" />
    <path d="M5.5 16a2.6 2.6 0 0 1 5 0M14 9.5h4M14 12.5h4M14 15.5h2.5" />
  </Icon>
)

export const FileIcon = () => (
  <Icon>
    <path d="m20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8" />
  </Icon>
)

export const PlaceIcon = () => (
  <Icon>
    <path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21Z" />
    <circle cx="12" cy="9.5" r="2.5" />
  </Icon>
)

export const StickerIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M8 14.2a4.6 4.6 0 0 0 8 0" />
    <path d="M9 9.5h.01M15 9.5h.01" class="dots" />
  </Icon>
)

export const SendIcon = () => (
  <Icon>
    <path d="M4.5 12 3.5 4.3 21 12 3.5 19.7 4.5 12Zm0 0H12" />
  </Icon>
)

export const DocumentIcon = () => (
  <Icon>
    <path d="M6 3h8l5 5v11.5A1.5 1.5 0 0 1 17.5 21h-11A1.5 1.5 0 0 1 5 19.5V4a1 1 0 0 1 1-1Z" />
    <path d="M14 3v5h5M8.5 13h7M8.5 16.5h5" />
  </Icon>
)

/** What no page of ours uses; the camera is the checkpoint app's. */
const WITHHELD = ['microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'display-capture']
const permissionsPolicy = (camera: '(self)' | '()') =>
  [`camera=${camera}`, ...WITHHELD.map((name) => `${name}=()`)].join(', ')
const WITHOUT_CAMERA = permissionsPolicy('()')
const WITH_CAMERA = permissionsPolicy('(self)')

const HEADERS = {
  // For what brings no policy of its own: nothing is loaded, sent or framed.
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A year. Without the names below ours, which may belong to others of the province. */
const TLS_ONLY = { 'strict-transport-security': 'max-age=31536000' }

/**
 * The headers that every answer begins with, whatever route gives it or fails to. A route may say one of them otherwise
 * (its content policy, how long a style sheet keeps), never leave one out.
 */
export function createResponseHeaders({ publicUrl }: { publicUrl: string }) {
  const made = (permissions: string): Readonly<Record<string, string>> => ({
    ...HEADERS,
    'permissions-policy': permissions,
    ...(publicUrl.startsWith('https://') && TLS_ONLY),
  })
  const [withCamera, withoutCamera] = [made(WITH_CAMERA), made(WITHOUT_CAMERA)]
  return (url: string) => (/^\/checkpoint(?![^/?])/.test(url) ? withCamera : withoutCamera)
}

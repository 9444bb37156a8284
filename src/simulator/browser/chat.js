// @ts-check
// The phone in the browser: shows what the server sends, sends what the person does.

const citizen = document.body.dataset.citizen ?? ''
let rev = Number(document.body.dataset.rev ?? 0)

/** 20 MB: above it the page says so instead of sending for a minute. */
const LARGEST_FILE = 20_000_000

/**
 * @template {Element} E
 * @param {string} selector
 * @param {new (...args: any[]) => E} type
 * @returns {E}
 */
function find(selector, type) {
  const found = document.querySelector(selector)
  if (!(found instanceof type)) throw new Error(`missing ${selector}`)
  return found
}

const log = find('#log', HTMLElement)
const viewport = find('#scroll', HTMLElement)
const intro = find('#intro', HTMLElement)
const toast = find('#toast', HTMLElement)
const text = find('#text', HTMLTextAreaElement)
const panel = find('.panel', HTMLDetailsElement)
const places = find('#places', HTMLDialogElement)
const follow = find('#follow', HTMLButtonElement)
const faults = find('#faults', HTMLFormElement)

let toastTimer = 0

/** @param {string} message */
function say(message) {
  toast.textContent = message
  clearTimeout(toastTimer)
  toastTimer = window.setTimeout(() => (toast.textContent = ''), 6000)
}

/**
 * @param {string} deed
 * @param {Record<string, unknown>} [details]
 * @returns {Promise<any>}
 */
async function act(deed, details = {}) {
  try {
    const response = await fetch(`/simulator/chat/${deed}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(details),
    })
    if (!response.ok) throw new Error(String(response.status))
    return await response.json()
  } catch {
    say('Chưa gửi được. Xin ông/bà thử lại sau ít phút.')
    return undefined
  } finally {
    void refreshStatus()
  }
}

/** @param {string} deed @param {Record<string, unknown>} [details] */
const actAsCitizen = (deed, details = {}) => act(deed, { citizen, ...details })

const toBottom = () => (viewport.scrollTop = viewport.scrollHeight)

/** @param {{ seq: number, rev: number, html: string }} piece */
function show(piece) {
  rev = Math.max(rev, piece.rev)
  const wasAtBottom = viewport.scrollHeight - viewport.scrollTop - viewport.clientHeight < 160
  const template = document.createElement('template')
  // Rendered and escaped by the server, in the same way as the rest of the page.
  template.innerHTML = piece.html
  const row = template.content.firstElementChild
  if (!row) return
  const known = document.getElementById(row.id)
  if (known) {
    // Only the line that can change is replaced, so that a screen reader does not read the message again.
    const meta = row.querySelector('.meta')
    if (meta) known.querySelector('.meta')?.replaceWith(meta)
    return
  }
  log.append(row)
  intro.hidden = true
  markTapped(row)
  if (wasAtBottom || row.classList.contains('citizen')) toBottom()
  for (const image of row.querySelectorAll('img')) image.addEventListener('load', () => wasAtBottom && toBottom())
  seenSoon()
  statusSoon()
}

/** A hidden answer marks the button it came from, the nearest one above. @param {Element} row */
function markTapped(row) {
  const payload = row instanceof HTMLElement ? row.dataset.tapped : undefined
  if (payload === undefined) return
  const same = [...log.querySelectorAll('button.choice')].filter(
    (button) => button instanceof HTMLElement && button.dataset.button === payload,
  )
  const above = same.filter((button) => button.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
  const nearest = above.at(-1)
  for (const sibling of nearest?.parentElement?.children ?? []) sibling.classList.remove('chosen')
  nearest?.classList.add('chosen')
}

/**
 * Collects several wishes into one call a moment later.
 * @param {() => void} work
 * @param {number} pause in milliseconds
 */
function soon(work, pause) {
  let timer = 0
  return () => {
    clearTimeout(timer)
    timer = window.setTimeout(work, pause)
  }
}

const seenSoon = soon(() => {
  if (document.visibilityState === 'visible') void actAsCitizen('see')
}, 800)

async function refreshStatus() {
  try {
    const response = await fetch('/simulator/chat/status')
    if (!response.ok) return
    const status = await response.json()
    for (const cell of panel.querySelectorAll('[data-count]')) {
      cell.textContent = String(status.counters[cell.getAttribute('data-count') ?? ''] ?? '')
    }
    for (const input of faults.querySelectorAll('input')) {
      if (input === document.activeElement) continue
      const value = status.faults[input.name]
      if (input.type === 'checkbox') input.checked = value === true
      else input.value = String(value)
    }
    find('.unsubscribed', HTMLElement).hidden = status.subscribed
  } catch {
    // The server is being restarted; the next message tries again.
  }
}

const statusSoon = soon(() => void refreshStatus(), 300)

async function poll() {
  try {
    const response = await fetch(`/simulator/chat/messages?citizen=${citizen}&since=${rev}`)
    const { messages } = await response.json()
    for (const piece of messages) show(piece)
  } catch {
    // Asked again in two seconds.
  }
}

/** Live through server-sent events; every two seconds by question where a proxy does not let them through. */
function listen() {
  if (typeof EventSource === 'undefined') return void setInterval(poll, 2000)
  const source = new EventSource(`/simulator/chat/events?citizen=${citizen}&since=${rev}`)
  let opened = false
  source.addEventListener('open', () => (opened = true))
  source.addEventListener('message', (event) => show(JSON.parse(event.data)))
  source.addEventListener('error', () => {
    if (opened && source.readyState !== EventSource.CLOSED) return
    source.close()
    setInterval(poll, 2000)
  })
}

/** @param {Blob} file @returns {Promise<string>} */
const toBase64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })

/** @param {File[]} files */
function allFit(files) {
  if (files.reduce((sum, { size }) => sum + size, 0) <= LARGEST_FILE) return true
  say('Tệp quá lớn. Xin chọn tệp dưới 20 MB.')
  return false
}

/** @returns {string} */
function takeText() {
  const typed = text.value.trim()
  text.value = ''
  fitText()
  return typed
}

function fitText() {
  text.style.height = 'auto'
  text.style.height = `${Math.min(text.scrollHeight, 120)}px`
}

const composer = find('#composer', HTMLFormElement)

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  const typed = takeText()
  if (typed) void actAsCitizen('say', { text: typed })
  text.focus()
})

text.addEventListener('input', fitText)
text.addEventListener('keydown', (event) => {
  // While a Vietnamese keyboard is still composing a letter, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})

const photos = find('#photos', HTMLInputElement)
photos.addEventListener('change', async () => {
  const files = [...(photos.files ?? [])]
  photos.value = ''
  if (files.length === 0 || !allFit(files)) return
  const caption = takeText()
  await actAsCitizen('photo', { photos: await Promise.all(files.map(toBase64)), ...(caption && { caption }) })
})

const file = find('#document', HTMLInputElement)
file.addEventListener('change', async () => {
  const chosen = file.files?.[0]
  file.value = ''
  if (chosen && allFit([chosen])) await actAsCitizen('file', { name: chosen.name, content: await toBase64(chosen) })
})

log.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-button]') : null
  if (button instanceof HTMLElement) void actAsCitizen('tap', { button: button.dataset.button })
})

find('#place', HTMLButtonElement).addEventListener('click', () => places.showModal())
places.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-latitude]') : null
  if (!(button instanceof HTMLElement)) return
  const { latitude, longitude } = button.dataset
  void actAsCitizen('location', { latitude: Number(latitude), longitude: Number(longitude) })
})

follow.addEventListener('click', () => {
  const follows = follow.getAttribute('aria-pressed') !== 'true'
  follow.setAttribute('aria-pressed', String(follows))
  follow.textContent = follows ? 'Đã quan tâm' : 'Quan tâm'
  void actAsCitizen(follows ? 'follow' : 'unfollow')
})

faults.addEventListener('submit', (event) => event.preventDefault())
faults.addEventListener('change', (event) => {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || !input.checkValidity()) return
  void act('faults', { [input.name]: input.type === 'checkbox' ? input.checked : Number(input.value) })
})

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-deed]') : null
  if (!(button instanceof HTMLElement)) return
  switch (button.dataset.deed) {
    case 'open':
      intro.hidden = true
      return void actAsCitizen('open')
    case 'sticker':
      return void actAsCitizen('sticker')
    case 'card': {
      const sample = await fetch('/simulator/assets/the-mau.jpg')
      return void actAsCitizen('photo', { photos: [await toBase64(await sample.blob())] })
    }
    case 'subscribe':
      return void act('subscribe')
    case 'block': {
      const blocks = button.getAttribute('aria-pressed') !== 'true'
      button.setAttribute('aria-pressed', String(blocks))
      return void actAsCitizen('block', { blocks })
    }
    case 'forge': {
      const answer = await actAsCitizen('forge', { text: 'Tin giả' })
      if (answer) say(`Sự kiện giả chữ ký: máy chủ trả lời ${answer.status || 'không gì cả'}.`)
      return
    }
    case 'heal':
      event.preventDefault()
      return void act('faults', {
        ...{ slowMs: 0, failSends: 0, dropBefore: 0, dropAfter: 0, copies: 0 },
        ...{ outOfOrder: false, receiptFirst: false, paused: false },
      })
  }
})

const chooser = find('#citizen', HTMLSelectElement)
chooser.addEventListener('change', () => chooser.form?.submit())

panel.open = window.matchMedia('(min-width: 900px)').matches
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !window.matchMedia('(min-width: 900px)').matches) panel.open = false
})
document.addEventListener('visibilitychange', seenSoon)
for (const row of log.children) markTapped(row)
for (const image of log.querySelectorAll('img')) image.addEventListener('load', toBottom)
toBottom()
listen()
seenSoon()

// Makes the editor livelier; everything works without it. No library, nothing from elsewhere.

const form = document.getElementById('text')
const verdict = document.getElementById('verdict')
const saving = document.getElementById('saving')
const areas = { source: document.getElementById('source'), cases: document.getElementById('cases') }

const textOf = () => areas.source.value + '\0' + areas.cases.value
// What the server refused to save is not saved yet, though it stands in the fields as it came.
const isRefused = document.querySelector('.notice.bad') !== null
const opened = textOf()
const isChanged = () => isRefused || textOf() !== opened

/** As many numbers as lines; marks where the newest findings are. */
function renumber(name) {
  const area = areas[name]
  const numbers = area.parentElement.querySelector('.numbers')
  const wanted = area.value.split('\n').length
  while (numbers.children.length > wanted) numbers.lastElementChild.remove()
  while (numbers.children.length < wanted) {
    const line = document.createElement('li')
    line.id = `${name}-${numbers.children.length + 1}`
    numbers.append(line)
  }
  area.rows = wanted
  const marked = new Set(
    [...verdict.querySelectorAll(`a[data-field="${name}"]`)].map((link) => Number(link.dataset.line)),
  )
  ;[...numbers.children].forEach((line, i) => line.classList.toggle('marked', marked.has(i + 1)))
}

/** What is typed survives a session that ends, a crash and a closed lid: it is kept in this window until it is saved. */
const KEPT = `mot-cua:${location.pathname}`

function keep() {
  if (!isChanged()) return sessionStorage.removeItem(KEPT)
  sessionStorage.setItem(KEPT, JSON.stringify({ source: areas.source.value, cases: areas.cases.value }))
}

function offerKept() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
  const isSaved = document.querySelector('.notice.good') !== null
  if (!kept || isSaved || isRefused || kept.source + '\0' + kept.cases === opened)
    return sessionStorage.removeItem(KEPT)
  const notice = document.createElement('div')
  notice.className = 'notice'
  notice.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = 'Lần trước ông/bà còn phần chưa lưu ở thủ tục này.'
  const take = document.createElement('button')
  take.type = 'button'
  take.textContent = 'Lấy lại phần đó'
  take.addEventListener('click', () => {
    for (const [name, area] of Object.entries(areas)) area.value = kept[name]
    Object.keys(areas).forEach(renumber)
    notice.remove()
    areas.source.focus()
    void examine()
  })
  notice.append(words, take)
  form.before(notice)
}

let waiting
let asked = 0
/** Asks the server what it thinks of the text, once the author pauses. An answer that was overtaken is dropped. */
async function examine() {
  const turn = ++asked
  try {
    const answer = await fetch(form.dataset.examine, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    const html = await answer.text()
    if (turn !== asked) return
    // The old token is refused with 403 after signing in again elsewhere.
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      saving.textContent =
        'Phiên làm việc đã hết. Phần đang gõ được giữ trong cửa sổ này: đăng nhập lại rồi mở lại trang này.'
      return
    }
    if (!answer.ok) {
      saving.textContent = 'Chưa kiểm tra được. Bấm “Kiểm tra và lưu nháp” để thử lại.'
      return
    }
    verdict.innerHTML = html
    saving.textContent = isChanged() ? 'Có phần chưa lưu.' : ''
    renumber('source')
    renumber('cases')
  } catch {
    if (turn === asked) saving.textContent = 'Mất kết nối. Phần đang gõ vẫn ở đây.'
  }
}

for (const [name, area] of Object.entries(areas)) {
  area.addEventListener('input', () => {
    renumber(name)
    saving.textContent = isChanged() ? 'Có phần chưa lưu.' : ''
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      keep()
      void examine()
    }, 700)
  })
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return
    const before = area.value.slice(0, area.selectionStart)
    const indent = /^[ ]*(?:- )?/.exec(before.slice(before.lastIndexOf('\n') + 1))[0].replace('-', ' ')
    if (indent === '') return
    event.preventDefault()
    // The one way of typing that the browser's own undo understands.
    document.execCommand('insertText', false, `\n${indent}`)
  })
}

/** What the words in the line at the caret mean, beside the button that is always in sight. */
const meaning = document.getElementById('meaning')
const meanings = new Map(
  [...document.querySelectorAll('.glossary dt')].map((word) => [word.textContent, word.nextElementSibling.textContent]),
)
function explain(area) {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1
  const [line] = area.value.slice(start).split('\n', 1)
  const told = new Map()
  for (const [, word, value] of line.matchAll(/(?<![\w:])([A-Za-z]+):(?: +([^,{}[\]#]*[^,{}[\]#\s]))?/g))
    for (const known of [`${word}: ${value}`, word])
      if (meanings.has(known) && told.size < 3) told.set(known, meanings.get(known))
  meaning.textContent = [...told].map(([word, words]) => `${word} → ${words}`).join('  ·  ')
}
document.addEventListener('selectionchange', () => {
  const area = document.activeElement
  if (meaning && Object.values(areas).includes(area)) explain(area)
})

/** A finding leads to its place: the caret stands there. */
verdict.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-field]')
  if (!link) return
  event.preventDefault()
  const { field, line, column } = link.dataset
  const area = areas[field]
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  const at = Math.min(start + Number(column) - 1, start + (lines[line - 1] ?? '').length)
  area.focus({ preventScroll: true })
  area.setSelectionRange(at, start + (lines[line - 1] ?? '').length)
  document.getElementById(`${field}-${line}`)?.scrollIntoView({ block: 'center' })
})

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
  event.preventDefault()
  form.requestSubmit()
})

let isLeaving = false
form.addEventListener('submit', () => {
  keep()
  isLeaving = true
})
addEventListener('beforeunload', (event) => {
  if (!isLeaving && isChanged()) event.preventDefault()
})

offerKept()

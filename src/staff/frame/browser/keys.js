// Keys of the desk. Nothing happens while somebody types, and they can be switched off (WCAG 2.1.4).
const HELP = [
  ['j, k', 'hàng sau, hàng trước trong danh sách'],
  ['o', 'mở hồ sơ đang chọn'],
  ['x', 'đánh dấu, bỏ dấu hàng đang chọn'],
  ['a', 'việc chính của trang: tiếp nhận, duyệt, xác nhận'],
  ['t', 'nhận xử lý'],
  ['r', 'viết trả lời cho người dân'],
  ['Ctrl Enter', 'gửi câu trả lời đang viết'],
  ['n', 'hồ sơ tiếp theo'],
  ['u', 'về danh sách'],
  ['/', 'tìm hồ sơ'],
  ['?', 'bảng phím này'],
]
const OFF = 'mot-cua-keys-off'
const isOff = () => localStorage.getItem(OFF) === '1'
const isTyping = (target) => target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null

const dialog = document.createElement('dialog')
dialog.className = 'card keys'
dialog.setAttribute('aria-labelledby', 'keys-title')

const element = (name, text, ...children) => {
  const made = document.createElement(name)
  if (text) made.textContent = text
  made.append(...children)
  return made
}

function fill() {
  const title = element('h2', 'Phím tắt')
  title.id = 'keys-title'
  const rows = HELP.flatMap(([key, what]) => [element('dt', '', element('kbd', key)), element('dd', what)])
  const box = element('input')
  box.type = 'checkbox'
  box.checked = !isOff()
  box.addEventListener('change', () => localStorage.setItem(OFF, box.checked ? '0' : '1'))
  const close = element('button', 'Đóng')
  close.addEventListener('click', () => dialog.close())
  dialog.replaceChildren(title, element('dl', '', ...rows), element('label', '', box, ' Dùng phím tắt'), close)
}

const rows = () => [...document.querySelectorAll('tbody a.code')]

function step(by) {
  const all = rows()
  const now = all.indexOf(document.activeElement)
  all[Math.min(Math.max(now + by, 0), all.length - 1)]?.focus()
}

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => (rows().includes(document.activeElement) ? document.activeElement : rows()[0])?.click(),
  x: () => document.activeElement.closest('tr')?.querySelector('input[type=checkbox]')?.click(),
  '/': () => document.querySelector('#typed')?.focus(),
}

document.body.append(dialog)
document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if (key === 'Enter' && (event.ctrlKey || event.metaKey) && !isOff())
    return target.form?.querySelector('[data-send]')?.click()
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
  if (key === '?') {
    event.preventDefault()
    fill()
    return dialog.showModal()
  }
  if (isOff()) return
  const marked = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (!marked && !Object.hasOwn(ACTS, key)) return
  event.preventDefault()
  if (marked) marked.matches('textarea') ? marked.focus() : marked.click()
  else ACTS[key]()
})

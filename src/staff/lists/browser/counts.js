// Keeps the counts beside the lists true while the page is looked at, and says what has changed, once.
const EVERY = 30_000
const said = document.querySelector('#counts-said')
let looked = Date.now()

async function look() {
  if (document.hidden) return
  looked = Date.now()
  let answer
  try {
    answer = await fetch('/staff/counts', { redirect: 'manual' })
  } catch {
    return // No network now; it may be back the next time.
  }
  // Signed out: a page that goes on asking would only fail again.
  if (answer.status < 500 && !answer.ok) return clearInterval(timer)
  if (!answer.ok) return
  const changed = []
  for (const [list, count] of Object.entries(await answer.json())) {
    const shown = document.querySelector(`[data-count="${CSS.escape(list)}"]`)
    if (!shown || shown.textContent === count) continue
    shown.textContent = count
    changed.push(shown.closest('a').textContent.trim())
  }
  if (changed.length > 0) said.textContent = changed.join(', ')
}

const timer = setInterval(look, EVERY)
document.addEventListener('visibilitychange', () => {
  if (Date.now() - looked > EVERY) look()
})

// Turns and enlarges in place what the links would do by loading the page anew, and gives the tools their keys.
const stage = document.querySelector('.stage')
const LARGEST_ZOOM = 4

const look = () => {
  const [, turn, zoom] = /turn-(\d+) zoom-(\d)/.exec(stage.className)
  return { turn: Number(turn), zoom: Number(zoom) }
}

const change = (what, by) => {
  const now = look()
  if (what === 'turn') now.turn = (now.turn + by * 90 + 360) % 360
  else now.zoom = Math.min(LARGEST_ZOOM, Math.max(1, now.zoom + by))
  stage.className = `stage turn-${now.turn} zoom-${now.zoom}`
  const address = new URL(location.href)
  for (const [name, value, nothing] of [
    ['turn', now.turn, 0],
    ['zoom', now.zoom, 1],
  ])
    if (value === nothing) address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  history.replaceState(null, '', address)
}

for (const tool of document.querySelectorAll('[data-look]'))
  tool.addEventListener('click', (event) => {
    event.preventDefault()
    const [what, by] = /^(turn|zoom)-(-?1)$/.exec(tool.dataset.look).slice(1)
    change(what, Number(by))
  })

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  // Arrows scroll an enlarged picture that has the focus.
  if (event.key.startsWith('Arrow') && document.activeElement === stage && look().zoom > 1) return
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click()
})

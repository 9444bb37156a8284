/** What a phone says of itself, in words that tell two phones on a shelf apart: `Android, SM-A125F`. */
export function deviceOf(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 300)
  const [, model] = /Android [\d.]+; ([\w .-]{1,30}?)(?: Build|[;)])/.exec(said) ?? []
  if (said.includes('Android')) return model && model !== 'K' ? `Android, ${model}` : 'Android'
  if (/iPhone|iPad/.test(said)) return said.includes('iPad') ? 'iPad' : 'iPhone'
  return /Windows|Macintosh|Linux/.test(said) ? 'Máy tính' : 'Máy khác'
}

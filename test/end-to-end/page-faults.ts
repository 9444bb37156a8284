import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { DESKTOP, PHONE } from './shots.ts'

/** What a phone of the narrowest kind shows; also 1280 px at 400 % (WCAG 1.4.10). */
export const NARROWEST = { width: 320, height: 640 }

/** Words beyond the window and in nothing that scrolls by itself: cut off, or a page to push sideways. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const isHidden = (element: Element) => element.closest('.unseen, .spoken, .skip, svg') !== null
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const cut: string[] = []
    while (words.nextNode()) {
      const { parentElement, textContent } = words.currentNode
      range.selectNodeContents(words.currentNode)
      const isWide = range.getBoundingClientRect().right > clientWidth + 1
      if (parentElement && isWide && !isHidden(parentElement) && !scrolls(parentElement))
        cut.push(`${parentElement.tagName}.${parentElement.className}: ${(textContent ?? '').slice(0, 60)}`)
    }
    return document.documentElement.scrollWidth > clientWidth ? [...cut, 'the page is wider than the window'] : cut
  })

/** Critical and serious findings of axe, the size of targets among them (WCAG 2.5.8), at two widths by day and by night. */
export async function inaccessible(page: Page): Promise<string[]> {
  const found = new Set<string>()
  await page.evaluate(axe.source)
  for (const viewport of [PHONE, DESKTOP]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      const seen = await page.evaluate(async (isDay) => {
        const engine = (window as unknown as { axe: { run(of: Document, how: RunOptions): Promise<AxeResults> } }).axe
        // By night nothing changes but the colours.
        const rules = isDay ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] }
        const { violations } = await engine.run(document, { resultTypes: ['violations'], ...rules })
        return violations
          .filter(({ impact }) => impact === 'critical' || impact === 'serious')
          .flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
          )
      }, colorScheme === 'light')
      for (const one of seen) found.add(`${viewport.width} ${colorScheme}: ${one}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return [...found]
}

interface Focused {
  /** How it reads, to find it again. */
  name: string
  /** Width of its ring in CSS pixels; 0 without one. */
  ring: number
  /** Contrast of the ring with what lies around it (WCAG 1.4.11 asks for 3). */
  contrast: number
  /** In the window, and nothing else lies over the middle of what is (WCAG 2.4.11). */
  isSeen: boolean
}

/** What the Tab key reaches, in turn, at most `most`. */
export async function tabThrough(page: Page, most: number): Promise<Focused[]> {
  const all: Focused[] = []
  await page.evaluate(() => {
    window.getSelection()?.removeAllRanges()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(focusedNow)
    if (focused === undefined) break
    all.push(focused)
  }
  return all
}

function focusedNow(): Focused | undefined {
  const element = document.activeElement
  if (!element || element === document.body) return undefined
  const ink = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  /** Of any colour that CSS can write; the alpha last. */
  const channelsOf = (colour: string): number[] => {
    ink.clearRect(0, 0, 1, 1)
    ink.fillStyle = colour
    ink.fillRect(0, 0, 1, 1)
    return [...ink.getImageData(0, 0, 1, 1).data]
  }
  const lightness = (colour: string): number => {
    const [red, green, blue] = channelsOf(colour)
      .slice(0, 3)
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  let around: Element | null = element.parentElement
  while (around && channelsOf(getComputedStyle(around).backgroundColor)[3]! < 255) around = around.parentElement
  const ground = lightness(around ? getComputedStyle(around).backgroundColor : '#fff')
  // The text of a procedure has its ring around the lines and their numbers together.
  const ringed = element.closest('.numbered') ?? element
  const style = getComputedStyle(ringed)
  const ring = lightness(style.outlineColor)
  const [lighter, darker] = ground > ring ? [ground, ring] : [ring, ground]
  const box = ringed.getClientRects()[0] ?? ringed.getBoundingClientRect()
  const middle = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2
  const top = document.elementFromPoint(box.x + box.width / 2, middle)
  const label = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
  return {
    name: `${element.tagName} ${element.id} ${label}`,
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    contrast: (lighter + 0.05) / (darker + 0.05),
    isSeen: top !== null && (ringed.contains(top) || top.contains(ringed)),
  }
}

/** What has the focus, as CSS would name it; `BODY` when it fell out of the page. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, id, className } = document.activeElement ?? document.body
    return [tagName, id && `#${id}`, className && `.${className.replaceAll(' ', '.')}`].filter(Boolean).join('')
  })

const HALF = String.raw`(a\.? ?m|p\.? ?m|sa|ch)(?![\p{L}\d])\.?`
const CLOCK = String.raw`(?<![\d:.,])(\d{1,2})(?: ?(?:h|g|giờ|[:.,]) ?(\d{2})?(?:[:.]\d{2}(?!\d))?)?`
const BEFORE_HALF = new RegExp(`${CLOCK} ?${HALF}`, 'giu')
const AFTER_HALF = new RegExp(`(?<!\\p{L})${HALF} ?${CLOCK}(?![\\d/])`, 'giu')

function renderHour(hour: string, minute: string | undefined, half: string, all: string): string {
  const isAfterNoon = /^[pc]/i.test(half)
  if (Number(hour) > 12) return isAfterNoon ? ` ${hour}h${minute ?? ''} ` : all
  return ` ${(Number(hour) % 12) + (isAfterNoon ? 12 : 0)}h${minute ?? ''} `
}

/**
 * "7:30 PM", "7 p.m.", "PM 7:30", with seconds or without, and "7:30 CH" as a phone set to Vietnamese writes it (SA before
 * noon, CH after): 12 AM begins the day.
 */
export const onTwentyFour = (text: string): string => {
  const read = text.replace(BEFORE_HALF, (all, hour: string, minute: string | undefined, half: string) =>
    renderHour(hour, minute, half, all),
  )
  if (read !== text) return read
  return text.replace(AFTER_HALF, (all, half: string, hour: string, minute: string | undefined) =>
    renderHour(hour, minute, half, all),
  )
}

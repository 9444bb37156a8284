const PATIENCE = 3

type Look<Picture> = (picture: Picture) => Promise<string | undefined>

/** Some phones offer a decoder whose machinery is missing: it fails each time it is asked. Then the other takes over. */
export function preferring<Picture>(first: Look<Picture>, createOther: () => Look<Picture>): Look<Picture> {
  let failures = 0
  let other: Look<Picture> | undefined
  return async (picture) => {
    if (other) return other(picture)
    try {
      const text = await first(picture)
      failures = 0
      return text
    } catch {
      failures += 1
      if (failures === PATIENCE) other = createOther()
      return undefined
    }
  }
}

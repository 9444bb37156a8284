import { open } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'

const WIDTH = 640
const HEIGHT = 480
const FRAMES_PER_SECOND = 5

/**
 * A video for Chromium's fake camera (YUV4MPEG2), which plays it over and over: each picture for `shown` seconds, as a
 * slightly tilted, slightly blurred sheet on a table, then an empty table for `empty` seconds.
 */
export async function makeCameraVideo(
  path: string,
  pictures: readonly Buffer[],
  { shown, empty }: { shown: number; empty: number },
): Promise<void> {
  const table = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#777' } })
  const bare = await toLuma(table.png())
  const video = await open(path, 'w')
  await video.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`)
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const play = async (luma: Buffer, seconds: number) => {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colourless])
    for (let i = 0; i < seconds * FRAMES_PER_SECOND; i++) await video.write(frame)
  }
  for (const picture of pictures) {
    const sheet = await sharp(picture)
      .flatten({ background: '#fff' })
      .resize({ height: HEIGHT - 60 })
      .rotate(4, { background: '#777' })
      .blur(0.6)
      .png()
      .toBuffer()
    await play(
      await toLuma(
        table
          .clone()
          .composite([{ input: sheet, gravity: 'centre' }])
          .png(),
      ),
      shown,
    )
    await play(bare, empty)
  }
  await video.close()
}

/** One byte a pixel. Through PNG, because sharp composes last. */
const toLuma = async (picture: Sharp): Promise<Buffer> =>
  sharp(await picture.toBuffer())
    .flatten()
    .greyscale()
    .raw()
    .toBuffer()

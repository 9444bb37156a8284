import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import { preferring } from './decode-preference.ts'

/** Finds a QR code in what the camera sees now. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>

interface NativeDetector {
  detect(image: CanvasImageSource): Promise<{ rawValue: string }[]>
}

interface NativeDetectors {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

const native = (): NativeDetectors | undefined => (globalThis as { BarcodeDetector?: NativeDetectors }).BarcodeDetector

/** The browser's own decoder where it has one, ours otherwise. Our program is fetched from this server, never elsewhere. */
export async function createDecoder(): Promise<Decode> {
  const Detector = native()
  const formats = (await Detector?.getSupportedFormats().catch(() => [])) ?? []
  if (Detector && formats.includes('qr_code')) {
    const detector = new Detector({ formats: ['qr_code'] })
    return preferring(async (video) => (await detector.detect(video))[0]?.rawValue, createOwnDecoder)
  }
  return createOwnDecoder()
}

/** Wide enough for a code held at arm's length, small enough for ten looks a second on a cheap phone. */
const WIDEST = 960

function createOwnDecoder(): Decode {
  prepareZXingModule({ overrides: { locateFile: (path: string) => `/checkpoint/${path}` } })
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  let look = 0
  return async (video) => {
    const { videoWidth, videoHeight } = video
    if (!pen || videoWidth === 0) return undefined
    // Every third look takes more trouble: dark, tilted and blurred codes want it.
    look += 1
    const options: ReaderOptions = { formats: ['QRCode'], tryHarder: look % 3 === 0, maxNumberOfSymbols: 1 }
    const scale = Math.min(1, WIDEST / videoWidth)
    canvas.width = Math.round(videoWidth * scale)
    canvas.height = Math.round(videoHeight * scale)
    pen.drawImage(video, 0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), options)
    return found?.text
  }
}

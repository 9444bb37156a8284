import type { Colour } from '../../permits/code/offline.ts'

/** Pitch in hertz and length in milliseconds of each tone; told apart without looking. */
const TONES: Record<Colour, readonly (readonly [number, number])[]> = {
  green: [[1_320, 140]],
  amber: [
    [740, 160],
    [740, 160],
  ],
  red: [[220, 700]],
}

const PULSES: Record<Colour, number[]> = { green: [60], amber: [90, 80, 90], red: [450] }

/** Sound and vibration of a verdict. Browsers allow both only after a first touch of the screen. */
export function createSignals() {
  let sound: AudioContext | undefined
  return {
    /** Called in every touch: a telephone call or another application silences what was allowed before. */
    allow: () => {
      if (!('AudioContext' in globalThis)) return
      sound ??= new AudioContext()
      void sound.resume()
    },
    give: (colour: Colour, isLoud: boolean) => {
      if ('vibrate' in navigator) navigator.vibrate(PULSES[colour])
      if (!isLoud || sound?.state !== 'running') return
      let at = sound.currentTime
      for (const [pitch, length] of TONES[colour]) {
        const tone = new OscillatorNode(sound, { type: colour === 'red' ? 'square' : 'sine', frequency: pitch })
        const volume = new GainNode(sound, { gain: 0.4 })
        tone.connect(volume).connect(sound.destination)
        tone.start(at)
        tone.stop(at + length / 1000)
        at += length / 1000 + 0.08
      }
    },
  }
}

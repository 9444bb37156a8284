export type CameraTrouble = 'denied' | 'none' | 'busy' | 'insecure'

export interface Camera {
  stream: MediaStream
  /** Absent when this camera has no lamp. */
  lamp?: (on: boolean) => Promise<void>
  close(): void
}

/**
 * The camera on the back, at a size in which a code of 5 cm can be read from 30 cm away. `onLost` is told when
 * something else takes it, such as a telephone call.
 */
export async function openCamera(onLost: () => void): Promise<Camera | CameraTrouble> {
  // Absent on pages without TLS and inside some chat applications.
  if (!('mediaDevices' in navigator)) return 'insecure'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    })
    const [track] = stream.getVideoTracks()
    track?.addEventListener('ended', onLost)
    const lamp = track && lampOf(track)
    return {
      stream,
      ...(lamp && { lamp }),
      close: () => stream.getTracks().forEach((each) => each.stop()),
    }
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
  }
}

/** `torch` is in every Android browser and in no type library. */
function lampOf(track: MediaStreamTrack) {
  const capabilities = 'getCapabilities' in track ? (track.getCapabilities() as { torch?: boolean }) : {}
  if (!capabilities.torch) return undefined
  return (on: boolean) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
}

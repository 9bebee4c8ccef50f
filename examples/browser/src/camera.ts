// A video element in; the picture of a camera in it, until it is stopped, out.

export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function'

/** Throws what the browser says (refused, no camera, in use), or the signal's reason. */
export async function openCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  if (signal.aborted) {
    endStream(stream)
    throw signal.reason
  }
  video.srcObject = stream
  await video.play()
}

function endStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Its light goes out. */
export function closeCamera(video: HTMLVideoElement): void {
  const stream = video.srcObject
  if (stream instanceof MediaStream) endStream(stream)
  video.srcObject = null
}

/** Undefined once it will show no further one. */
export function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const handle = video.requestVideoFrameCallback((now) => settle(now))
    const end = () => settle(undefined)
    const settle = (now: number | undefined) => {
      video.cancelVideoFrameCallback(handle)
      signal.removeEventListener('abort', end)
      resolve(now)
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

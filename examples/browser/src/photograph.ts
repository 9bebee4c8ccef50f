// A video and a part of it in; that part of the frame that it shows now, as a picture, out.
import type { visibleRegion } from './visible-region'

export async function photograph(video: HTMLVideoElement, region: ReturnType<typeof visibleRegion>): Promise<Blob> {
  const { videoWidth, videoHeight } = video
  const width = Math.round(region.width * videoWidth)
  const height = Math.round(region.height * videoHeight)
  const canvas = new OffscreenCanvas(width, height)
  const left = region.left * videoWidth
  const top = region.top * videoHeight
  canvas.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/png' })
}

// A picture in; the colour of its corners, as the ground that it is shown on, out.

/** White where it is transparent. */
export function cornerColour(picture: HTMLImageElement): string {
  const { naturalWidth: width, naturalHeight: height } = picture
  const context = new OffscreenCanvas(2, 2).getContext('2d', { willReadFrequently: true })
  if (context === null || width === 0 || height === 0) return '#fff'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 2, 2)
  for (const [column, left] of [0, width - 1].entries())
    for (const [row, top] of [0, height - 1].entries()) context.drawImage(picture, left, top, 1, 1, column, row, 1, 1)
  const { data } = context.getImageData(0, 0, 2, 2)
  const corners = [0, 4, 8, 12]
  const mean = (channel: number) => Math.round(corners.reduce((sum, corner) => sum + data[corner + channel], 0) / 4)
  return `rgb(${mean(0)} ${mean(1)} ${mean(2)})`
}

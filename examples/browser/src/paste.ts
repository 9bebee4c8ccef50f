// Ctrl+V, or a press of the button, in; the picture of the clipboard out.
import { findElement } from './find-element'
import { firstPicture } from './first-picture'
import type { PictureListener } from './picture-listener'

const name = 'Pasted picture'

async function readClipboard(): Promise<Blob> {
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((one) => one.startsWith('image/'))
    if (type !== undefined) return item.getType(type)
  }
  throw new Error('The clipboard holds no picture. Copy one first.')
}

export function startPaste(listener: PictureListener, onProblem: (error: unknown) => void): void {
  const button = findElement('paste-button', HTMLButtonElement)
  button.hidden = typeof navigator.clipboard?.read !== 'function'
  button.addEventListener('click', () => {
    readClipboard().then((blob) => listener({ blob, name }), onProblem)
  })
  document.addEventListener('paste', (event) => {
    const file = firstPicture(event.clipboardData?.files)
    if (file === undefined) return
    event.preventDefault()
    listener({ blob: file, name })
  })
}

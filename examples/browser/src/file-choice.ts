// Presses of the buttons that choose a file in; the chosen picture out.
import { findElement } from './find-element'
import { firstPicture } from './first-picture'
import type { PictureListener } from './picture-listener'

function startInput(id: string, listener: PictureListener): HTMLInputElement {
  const input = findElement(id, HTMLInputElement)
  input.addEventListener('change', () => {
    const file = firstPicture(input.files)
    // The same file may be chosen again.
    input.value = ''
    if (file !== undefined) listener({ blob: file, name: file.name })
  })
  return input
}

/** The function that comes back opens the camera program of a phone, where the page itself has no camera. */
export function startFileChoice(listener: PictureListener): () => void {
  const input = startInput('file-input', listener)
  const photo = startInput('photo-input', listener)
  for (const id of ['stage-invitation', 'choose-button'])
    findElement(id, HTMLButtonElement).addEventListener('click', () => input.click())
  return () => photo.click()
}

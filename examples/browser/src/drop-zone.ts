// Files dragged over the page in; the first picture of those that are dropped out.
import { firstPicture } from './first-picture'
import type { PictureListener } from './picture-listener'

/** All of the page takes a drop: one that misses the stage would make the browser leave the page. */
export function startDropZone(stage: HTMLElement, listener: PictureListener): void {
  const mark = (isOver: boolean) => stage.toggleAttribute('data-dragging', isOver)
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(event.dataTransfer?.types.includes('Files') === true)
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false)
  })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    const file = firstPicture(event.dataTransfer?.files)
    if (file !== undefined) listener({ blob: file, name: file.name })
  })
}

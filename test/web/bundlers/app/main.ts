// An app as a user writes it: the address of a picture in, its best label in the title of the page out.
import { classify } from 'stylelens'

const asked = new URLSearchParams(location.search)

classify(asked.get('picture') ?? '', { topK: 1, worker: asked.has('worker') }).then(
  ([best]) => { document.title = `classified: ${best.label}` },
  (error: unknown) => { document.title = `failed: ${String(error)}` },
)

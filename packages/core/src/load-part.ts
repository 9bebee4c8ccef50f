// A part of the code, imported when it is first needed, in; that part, or the typed error that there is none, out.
import { ClassifierError } from './classifier-error'

/** Every `import()` goes through here; in Node all parts lie in one file. Errors: 'code-missing'. */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    const sentence = 'A part of the code cannot be loaded: no network, or a newer version on the server.'
    throw new ClassifierError('code-missing', `${sentence} Load the page again.`, { cause })
  }
}

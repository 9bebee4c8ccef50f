// The id of an element of the page and its class in; the element out.

type ElementClass<Kind extends Element> = abstract new () => Kind

/** Throws where the page and its script do not fit together. */
export function findElement<Kind extends Element>(id: string, kind: ElementClass<Kind>): Kind {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`The page has no ${kind.name} with the id "${id}".`)
}

// Nothing in; the page kept by the browser for days without a network, and a line that says so, out.
import { findElement } from './find-element'

/** Only secure pages may have it; without it the page works as long as there is a network. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('./service-worker.js')
  await navigator.serviceWorker.ready
  findElement('offline-state', HTMLElement).textContent = 'Kept in this browser: it works offline too.'
}

// A page with the demo in; what a person does with it: drop, paste, choose by keyboard.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../source-files'

const sample = (name: string): string => readFileSync(join(root, `samples/pictures/${name}.png`)).toString('base64')

/** The picture lies in the clipboard as a copied one does; the page needs the permission to write there. */
export async function copyPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
  }, sample(name))
}

/** As a file manager drops it. */
export async function dropPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(([base64, file]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], file, { type: 'image/png' }))
    const stage = document.getElementById('stage')
    for (const type of ['dragover', 'drop'])
      stage?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, [sample(name), `${name}.png`] as const)
}

/** Tab, until the focus is there; false where it never comes. */
export async function tabTo(page: Page, selector: string): Promise<boolean> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return true
  }
  return false
}

/** Width of the outline of what has the focus, or of the face that stands for it, in pixels. */
export function outlineWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const active = document.activeElement
    const shown = active?.matches('.segment input') ? active.nextElementSibling : active
    return shown === null ? 0 : parseFloat(getComputedStyle(shown).outlineWidth)
  })
}

export function clickSample(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name: `Sample: ${name}`, exact: true }).click()
}

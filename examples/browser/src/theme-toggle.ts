// A press of the button in; the page in its other appearance, now and at the next visit, out.
import { findElement } from './find-element'
import { recall, remember } from './remembered'

type Theme = 'light' | 'dark'

const systemTheme = matchMedia('(prefers-color-scheme: dark)')

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark'

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  if (theme !== undefined && isTheme(theme)) return theme
  return systemTheme.matches ? 'dark' : 'light'
}

/** Without a choice of the person, the system's appearance is followed. */
export function startThemeToggle(): void {
  const button = findElement('theme-toggle', HTMLButtonElement)
  const words = button.querySelector('.visually-hidden')
  const other = (): Theme => (currentTheme() === 'dark' ? 'light' : 'dark')
  const describe = () => {
    if (words !== null) words.textContent = `Switch to the ${other()} appearance`
  }
  const remembered = recall('theme')
  if (isTheme(remembered)) document.documentElement.dataset['theme'] = remembered
  button.addEventListener('click', () => {
    const chosen = other()
    document.documentElement.dataset['theme'] = chosen
    remember('theme', chosen)
    describe()
  })
  systemTheme.addEventListener('change', describe)
  describe()
}

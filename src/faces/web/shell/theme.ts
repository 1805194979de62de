/** The themes a reader can choose; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark'

const storageKey = 'cairn/theme'
const order: readonly Theme[] = ['auto', 'light', 'dark']

/** The theme that follows in the cycle of the switch. */
export const nextTheme = (theme: Theme): Theme => order[(order.indexOf(theme) + 1) % order.length] ?? 'auto'

/** Reads a stored theme; anything else is `auto`. */
export const parseTheme = (stored: string | null): Theme => order.find((theme) => theme === stored) ?? 'auto'

/** The theme chosen on this device. */
export const storedTheme = (): Theme => parseTheme(localStorage.getItem(storageKey))

/** Shows a theme and remembers it on this device. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme
    localStorage.removeItem(storageKey)
  } else {
    document.documentElement.dataset.theme = theme
    localStorage.setItem(storageKey, theme)
  }
}

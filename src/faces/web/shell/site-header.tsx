import { useState } from 'preact/hooks'
import { CairnSign } from '../parts/cairn-sign.tsx'
import { announce } from './announce.ts'
import { applyTheme, nextTheme, storedTheme, type Theme } from './theme.ts'

const places = [
  { href: '/programme', name: 'Programme' },
  { href: '/route', name: 'Route' },
  { href: '/exams', name: 'Exams' },
  { href: '/labs', name: 'Labs' },
  { href: '/readiness', name: 'Readiness' },
  { href: '/history', name: 'History' },
] as const

const themeNames: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' }

/** Goes round automatic, light and dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme)
  const change = (): void => {
    const next = nextTheme(theme)
    applyTheme(next)
    setTheme(next)
    announce(`Theme: ${themeNames[next]}`)
  }
  return (
    <button type="button" class="button button-quiet theme-switch" onClick={change} title="Change the theme">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M10 2a8 8 0 0 1 0 16z" fill="currentColor" />
      </svg>
      <span>
        <span class="visually-hidden">Theme: </span>
        {themeNames[theme]}
      </span>
    </button>
  )
}

/** The name and the four places that matter. */
export function SiteHeader({ path }: { readonly path: string }) {
  return (
    <header class="site-header">
      <a class="brand" href="/">
        <CairnSign />
        Cairn
      </a>
      <nav class="site-nav" aria-label="Main">
        <ul class="row-list">
          {places.map(({ href, name }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch />
    </header>
  )
}

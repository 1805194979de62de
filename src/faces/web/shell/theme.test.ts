import { describe, expect, test } from 'vitest'
import { nextTheme, parseTheme } from './theme.ts'

describe('themes', () => {
  test('the switch goes round auto, light and dark', () => {
    expect(nextTheme('auto')).toBe('light')
    expect(nextTheme('light')).toBe('dark')
    expect(nextTheme('dark')).toBe('auto')
  })

  test('what was stored comes back, anything else is auto', () => {
    expect(parseTheme('dark')).toBe('dark')
    expect(parseTheme(null)).toBe('auto')
    expect(parseTheme('solarized')).toBe('auto')
  })
})

import { render } from 'preact'
import { App } from './shell/app.tsx'
import { applyTheme, storedTheme } from './shell/theme.ts'

applyTheme(storedTheme())

const place = document.getElementById('cairn')
if (place !== null) render(<App />, place)

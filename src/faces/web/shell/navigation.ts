import { useEffect, useState } from 'preact/hooks'
import { isOwnNavigation } from './router.ts'

let headingWaits = false

/** Goes to a path of this site; `replace` leaves no entry behind. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  window.dispatchEvent(new PopStateEvent('popstate'))
  window.scrollTo(0, 0)
}

/** Says that the page's content is about to be replaced in place, as by a navigation. */
export function expectNewHeading(): void {
  headingWaits = true
  window.scrollTo(0, 0)
}

/** True once after each navigation: the first heading that asks takes the focus. */
export function takeHeadingFocus(): boolean {
  const waits = headingWaits
  headingWaits = false
  return waits
}

function followLink(event: MouseEvent): void {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null
  if (anchor === null || !isOwnNavigation(event, anchor, location.origin)) return
  event.preventDefault()
  navigate(anchor.pathname + anchor.search)
}

/** The current path; follows links on the page and the browser's history. */
export function usePath(): string {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const follow = (): void => {
      headingWaits = true
      setPath(location.pathname)
    }
    document.addEventListener('click', followLink)
    window.addEventListener('popstate', follow)
    return () => {
      document.removeEventListener('click', followLink)
      window.removeEventListener('popstate', follow)
    }
  }, [])
  return path
}

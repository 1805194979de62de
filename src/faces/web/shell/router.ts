/** What the variable parts of a path hold, by name. */
export type Params = Readonly<Record<string, string>>

/** Matches a path against a pattern such as `/exams/:code`; null when they differ. */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/')
  const given = path.replace(/(?<=.)\/$/, '').split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decode(value)
    else if (part !== value) return null
  }
  return params
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The first route whose pattern fits the path, with its parameters; null when none does. */
export function findRoute<R extends { readonly pattern: string }>(
  routes: readonly R[],
  path: string,
): { route: R; params: Params } | null {
  for (const route of routes) {
    const params = matchPath(route.pattern, path)
    if (params !== null) return { route, params }
  }
  return null
}

type Click = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>
type Anchor = Pick<HTMLAnchorElement, 'target' | 'origin' | 'pathname' | 'search' | 'hash'> & {
  readonly download: string
}

/** What the server writes itself: the API, and the pages of records and issuers. */
const served = /^\/(api|credentials|issuers)\//

/** True when a click on a link is ours to handle: plain, same origin, another page, and neither a download nor the server's own. */
export function isOwnNavigation(click: Click, anchor: Anchor, origin: string): boolean {
  const plain =
    click.button === 0 &&
    !click.defaultPrevented &&
    !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey)
  const ours = anchor.origin === origin && !served.test(anchor.pathname) && anchor.hash === ''
  return plain && ours && anchor.target === '' && anchor.download === ''
}

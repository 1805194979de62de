import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { takeHeadingFocus } from './navigation.ts'

/** Sets the document's title. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Cairn' ? title : `${title} · Cairn`
  }, [title])
}

/** A ref for the page's h1, which takes the focus after a navigation. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

type PageProps = {
  readonly title: string
  /** What the browser's tab says, where it differs from the heading. */
  readonly tab?: string
  readonly above?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly area: string
  readonly children?: ComponentChildren
}

/** A page: title, one h1, lead, content. */
export function Page({ title, tab, above, lead, area, children }: PageProps) {
  useDocumentTitle(tab ?? title)
  const heading = useHeadingFocus()
  return (
    <div class={`page page-${area}`}>
      <div class="page-head">
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

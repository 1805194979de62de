import { useEffect, useRef } from 'preact/hooks'
import type { SaveState } from './sender.ts'

/** In the place of the item once the clock stands at zero, until the server has closed the attempt. */
export function TimeUp({ save }: { readonly save: SaveState }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section class="player-review" aria-labelledby="time-up">
      <h2 id="time-up" ref={heading} tabIndex={-1}>
        Time is up
      </h2>
      <p role="status">
        {save.kind === 'offline'
          ? 'The server does not answer. Your exam is submitted as soon as it does; leave this page open.'
          : 'Your answers are being submitted.'}
      </p>
    </section>
  )
}

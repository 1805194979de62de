import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A modal dialog: the browser keeps the focus inside, Escape closes it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  )
}

type CloseButtonProps = { readonly look?: 'primary'; readonly children: ComponentChildren }

/** Closes the dialog around it; the browser gives the focus back to where it was. */
export function CloseButton({ look, children }: CloseButtonProps) {
  return (
    <form method="dialog">
      <button type="submit" class={look === 'primary' ? 'button button-primary' : 'button'}>
        {children}
      </button>
    </form>
  )
}

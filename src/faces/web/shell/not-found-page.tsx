import { Page } from './page.tsx'

/** What stands at an address that no page has. */
export function NotFoundPage() {
  return (
    <Page
      area="not-found"
      title="There is no page here"
      lead="The address may be mistyped, or the page may have moved."
    >
      <p>
        <a class="button button-primary" href="/">
          Go to the start
        </a>
      </p>
    </Page>
  )
}

import { independence } from '../../../presentation/independence.ts'

/** Whose this is and whose it is not, on every page. */
export function SiteFooter({ bare }: { readonly bare: boolean }) {
  return (
    <footer class="site-footer">
      <div>
        {bare ? null : (
          <nav aria-label="About this installation">
            <ul class="row-list">
              <li>
                <a href="/about">About Cairn</a>
              </li>
              <li>
                <a href="/data">Your data</a>
              </li>
              <li>
                <a href="/api/openapi.json">API</a>
              </li>
            </ul>
          </nav>
        )}
        <p class="independence">{independence}</p>
      </div>
    </footer>
  )
}

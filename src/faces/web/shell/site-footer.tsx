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
                <a href="/records">Records</a>
              </li>
              <li>
                <a href="/verify">Check a credential</a>
              </li>
              <li>
                <a href="/cloud">Cloud models</a>
              </li>
              <li>
                <a href="/families">Item families</a>
              </li>
              <li>
                <a href="/review">Blind review</a>
              </li>
              <li>
                <a href="/disputes">Disputes</a>
              </li>
              <li>
                <a href="/measure">Measurement</a>
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

import { useProgramme } from '../parts/programme.tsx'

/** Whose this is and whose it is not, on every page. */
export function SiteFooter({ bare }: { readonly bare: boolean }) {
  const programme = useProgramme()
  return (
    <footer class={bare ? 'site-footer site-footer-bare' : 'site-footer'}>
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
        <p class="independence">
          {programme.value?.independent ??
            'Cairn is independent of the vendors whose certifications it describes.'}
        </p>
      </div>
    </footer>
  )
}

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ProblemNote } from '../parts/load.tsx'
import { usePath } from './navigation.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { findRoute } from './router.ts'
import { type PageProps, type Route, routes } from './routes.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

type Shown = { readonly route: Route; readonly Page: ComponentType<PageProps> }

const notLoaded = {
  status: 0,
  code: 'page-not-loaded',
  title: 'This page could not be fetched',
  detail: 'Check that Cairn is still running (npm start), then reload the page.',
  facts: {},
}

/** The page of a route once its bundle is here; the one before stays until then. */
function usePageOf(route: Route | undefined): { readonly shown: Shown | null; readonly failed: boolean } {
  const [shown, setShown] = useState<Shown | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    setFailed(false)
    route
      ?.load()
      .then((Page) => wanted && setShown({ route, Page }))
      .catch(() => wanted && setFailed(true))
    return () => {
      wanted = false
    }
  }, [route])
  return { shown, failed }
}

function PageContent({ path }: { readonly path: string }) {
  const found = findRoute(routes, path)
  const { shown, failed } = usePageOf(found?.route)
  if (found === null) return <NotFoundPage />
  if (failed)
    return (
      <div class="page">
        <ProblemNote problem={notLoaded} retry={() => location.reload()} />
      </div>
    )
  if (shown?.route !== found.route) return null
  return <shown.Page key={path} params={found.params} />
}

/** The site: skip link, header, page, footer. */
export function App() {
  const path = usePath()
  const bare = findRoute(routes, path)?.route.bare === true
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      {bare ? null : <SiteHeader path={path} />}
      <main id="main" tabIndex={-1}>
        <PageContent path={path} />
      </main>
      <SiteFooter bare={bare} />
    </>
  )
}

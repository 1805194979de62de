import { Page } from '../shell/page.tsx'

export function RoutePage() {
  return <Page area="route" title="Route" />
}

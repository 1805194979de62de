import { Page } from '../shell/page.tsx'

export function SavedRoutePage() {
  return <Page area="route" title="Saved route" />
}

import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'

export function CertificationPage({ params }: PageProps) {
  return <Page area="certification" title={params.id ?? ''} />
}

import { useEffect, useState } from 'preact/hooks'
import type { AttemptView } from '../../../application/read-attempt.ts'
import { Loaded, useLoad } from '../parts/load.tsx'
import { navigate } from '../shell/navigation.ts'
import { Page } from '../shell/page.tsx'
import type { PageProps } from '../shell/routes.ts'
import { fetchAttempt } from './attempt-api.ts'
import { AttemptStore } from './attempt-store.ts'
import { GrowingPlayer } from './growing-player.tsx'
import { Player } from './player.tsx'
import './player.css'

const reportPath = (attemptId: string, late: number): string =>
  `/attempts/${attemptId}/report${late > 0 ? `?late=${late}` : ''}`

type Opened = { readonly store: AttemptStore; readonly view: AttemptView }

function Running({ store, view }: Opened) {
  useEffect(() => {
    const leave = (): void => {
      const { closed, late } = store.read()
      if (closed) navigate(reportPath(view.attemptId, late), { replace: true })
    }
    leave()
    return store.subscribe(leave)
  }, [store])
  if (store.read().closed) return null
  return view.adaptive === undefined ? (
    <Player store={store} view={view} />
  ) : (
    <GrowingPlayer store={store} view={view} />
  )
}

/** An attempt: the exam screen while it is open, the report once it is closed. */
export function PlayerPage({ params }: PageProps) {
  const fetched = useLoad(() => fetchAttempt(params.id ?? ''), [params.id])
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    if (fetched.value === null) return
    const store = new AttemptStore(fetched.value)
    setOpened({ store, view: fetched.value.value })
    return () => store.stop()
  }, [fetched.value])
  if (opened !== null) return <Running {...opened} />
  return (
    <Page area="player" title="Your attempt" tab="Attempt">
      <Loaded from={fetched} what="your attempt">
        {() => null}
      </Loaded>
    </Page>
  )
}

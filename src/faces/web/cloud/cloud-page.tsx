import { Page } from '../shell/page.tsx'
import './cloud.css'
import { models } from './models.ts'

const lead =
  'Executable models of how services behave. Give one a case, and it says what happens and why. Nothing is called, nothing is stored, and no account is needed.'

/** The models, with a sentence each. */
export function CloudPage() {
  return (
    <Page area="cloud" title="Cloud models" lead={lead}>
      <ul class="cloud-cards">
        {models.map(({ name, title, sentence }) => (
          <li key={name} class="card cloud-card">
            <h2>
              <a href={`/cloud/${name}`}>{title}</a>
            </h2>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

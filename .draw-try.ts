import { writeFileSync } from 'node:fs'
import { loadCatalogue } from '/work/main/src/adapters/content/load-catalogue.ts'
import { readCatalogue } from '/work/main/src/application/read-catalogue.ts'
import { readCertification } from '/work/main/src/application/read-certification.ts'
import { programmeCairn } from '/work/main/src/presentation/charts/programme-cairn.ts'
const c = loadCatalogue('/work/main/catalogue'); const content={catalogue:()=>c,packs:()=>[]}
const asOf='2026-11-23' as never
const v = readCatalogue({content},{asOf})
const light=`.chart{color:#25231e}.stone{fill:#ebe6dc;stroke:#dbd4c7}.stone-active{fill:#fdfbf7;stroke:#1d5c54}.stone-ending{fill:#f5e9cf;stroke:#805309}.stone-beta{fill:#e0ebe5;stroke:#1d5c54}.stone-announced{fill:#f4f1eb;stroke:#857d70}.stone-retired{fill:none;stroke:#857d70}.label-soft{fill:#5b554a}.axis{stroke:#857d70}.bar{fill:#1d5c54}.bar-track{fill:#ebe6dc}.bar-planned{stroke:#1d5c54}.edge{stroke:#857d70}.mark-now{stroke:#93412a;}text.mark-now{fill:#93412a;stroke:none}`
const dark=light.replaceAll('#25231e','#ece8df').replace('#ebe6dc','#2a2825').replace('#dbd4c7','#3a3732').replace('#fdfbf7','#22211e').replaceAll('#1d5c54','#86c9ba').replace('#f5e9cf','#362c17').replaceAll('#805309','#e2b765').replace('#e0ebe5','#20342f').replace('#f4f1eb','#191816').replaceAll('#857d70','#8b8478').replaceAll('#5b554a','#b6afa2').replaceAll('#93412a','#e8a58c').replace('#ebe6dc','#3a3732')
export const out=(name:string,svg:string)=>{ writeFileSync(`/tmp/catwork/${name}.svg`,svg); const w=Number(/width="([\d.]+)"/.exec(svg)?.[1]);
 for(const [k,css,bg,fg] of [['light',light,'#f4f1eb','#25231e'],['dark',dark,'#191816','#ece8df'],['plain','','#fff','#000']]) writeFileSync(`/tmp/catwork/${name}-${k}.html`,`<style>body{margin:0;background:${bg};color:${fg};width:${w}px}svg{display:block}${css}</style>${svg}`)}
const stones=v.certifications.map(x=>({id:x.id,name:x.name,tier:x.tier,status:x.status,examCode:x.inForce??x.examVersions.at(-1)!.examCode,remark:v.changes.filter(k=>k.certificationId===x.id&&['version-turns','retirement'].includes(k.kind)).map(k=>k.kind==='retirement'?'until 31 Dec 2026':`${k.examCode} ${k.date}`)[0]??null}))
for(const w of [360,640,1100]) out(`cairn-${w}`,programmeCairn({id:'cairn',title:'The programme on 23 November 2026',width:w,stones}))

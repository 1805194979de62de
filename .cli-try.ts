import { Command } from 'commander'
import { loadCatalogue } from '/work/main/src/adapters/content/load-catalogue.ts'
import { addCatalogueCommands } from '/work/main/src/faces/cli/catalogue.ts'
const c = loadCatalogue('/work/main/catalogue')
const p = new Command('catalogue')
addCatalogueCommands(p, { ports: async()=>({content:{catalogue:()=>c,packs:()=>[]}}) as never, print:(t)=>console.log(t), printJson:(v)=>console.log(JSON.stringify(v,null,2)), note:(t)=>console.error(t), fail:(r)=>console.error('FAIL',r), today:()=>'2026-11-23', interactive:false })
await p.parseAsync(process.argv.slice(2),{from:'user'})

/** The whole style of the pages that are plain HTML. It stands in the page itself, so that a saved copy looks the same. */
export const plainStyle = `
:root{color-scheme:light dark;
--ground:light-dark(#f4f1eb,#191816);--surface:light-dark(#fdfbf7,#22211e);--sunken:light-dark(#ebe6dc,#131210);
--line:light-dark(#dbd4c7,#3a3732);--line-strong:light-dark(#857d70,#8b8478);--ink:light-dark(#25231e,#ece8df);
--soft:light-dark(#5b554a,#b6afa2);--lichen:light-dark(#1d5c54,#86c9ba);--lichen-wash:light-dark(#e0ebe5,#20342f);
--ochre:light-dark(#805309,#e2b765);--ochre-wash:light-dark(#f5e9cf,#362c17);
--clay:light-dark(#93412a,#e8a58c);--clay-wash:light-dark(#f5e3da,#3a241c);
--display:"Iowan Old Style","Palatino Linotype",Palatino,P052,"URW Palladio L","Noto Serif",Georgia,serif}
*{box-sizing:border-box;margin:0}
body{min-block-size:100dvh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);
font:1.0625rem/1.6 -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2{font-family:var(--display);font-weight:500;line-height:1.15;text-wrap:balance}
h1{font-size:clamp(1.875rem,1.4rem + 2.2vw,2.75rem)}
h2{font-size:clamp(1.375rem,1.25rem + .6vw,1.625rem);margin-block-end:.75rem}
a{color:var(--lichen);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--lichen);outline-offset:3px;border-radius:4px}
p,li,dd{text-wrap:pretty}
ul,dl{padding:0;list-style:none}
header,main,footer>div{inline-size:min(100%,64rem);margin-inline:auto;padding-inline:clamp(1rem,4vw,1.5rem)}
header{padding-block:1rem}
header a{display:inline-flex;align-items:center;gap:.5rem;min-block-size:2.75rem;color:var(--ink);text-decoration:none;
font:600 1.5rem/1 var(--display)}
main{flex:1;padding-block:1rem 4rem;display:grid;align-content:start;gap:2.5rem}
main>*{min-inline-size:0}
.head{display:grid;gap:1.5rem 2.5rem;align-items:center}
.head .badge{inline-size:min(17rem,70vw);block-size:auto}
.head>div{display:grid;gap:.75rem;justify-items:start}
.eyebrow{color:var(--soft);font-size:.9375rem}
.mark{display:inline-flex;gap:.5em;align-items:baseline;padding:.125rem .75rem;border-radius:999px;font-weight:600;
background:var(--lichen-wash);color:var(--lichen)}
.mark-attention{background:var(--ochre-wash);color:var(--ochre)}
.mark-problem{background:var(--clay-wash);color:var(--clay)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,11rem),1fr));gap:.75rem 1.5rem;inline-size:100%}
dt{color:var(--soft);font-size:.875rem}
.prose{max-inline-size:42rem}
.prose>*+*{margin-block-start:.75rem}
.note{padding:1rem 1.25rem;border-inline-start:4px solid var(--line-strong);border-radius:6px 1.25rem 1.25rem 6px;
background:var(--sunken);max-inline-size:46rem}
table{inline-size:100%;border-collapse:collapse}
td,th{padding:.625rem .75rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:middle;font-weight:400}
td:first-child,th:first-child{padding-inline-start:0}
td:last-child{padding-inline-end:0;text-align:end;white-space:nowrap}
table+.small,.checks+.small{margin-block-start:.75rem}
.bar{inline-size:8rem;block-size:.625rem;color:var(--lichen);display:block}
.bar rect:first-child{fill:var(--line)}.bar rect:last-child{fill:currentColor}
.checks{display:grid;gap:.75rem}
.checks li{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.25rem 1.25rem;align-items:baseline}
.checks .mark{justify-self:start}
.evidence{display:grid;gap:1rem}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
.button,button{display:inline-flex;align-items:center;min-block-size:2.75rem;padding:.5rem 1.125rem;border:1px solid var(--line-strong);
border-radius:1.5rem 1.75rem 1.625rem 1.375rem/1.625rem 1.375rem 1.75rem 1.5rem;background:var(--surface);color:var(--ink);
font:inherit;font-weight:550;text-decoration:none;cursor:pointer}
.button:hover,button:hover{border-color:var(--lichen);color:var(--lichen)}
label{display:grid;gap:.375rem;font-weight:600}
input{inline-size:min(100%,22rem);min-block-size:2.75rem;padding:.5rem .75rem;border:1px solid var(--line-strong);border-radius:.75rem;
background:var(--surface);color:inherit;font:inherit}
.qr{inline-size:8.5rem;block-size:8.5rem;background:#fff;border-radius:.5rem}
.small{font-size:.875rem;line-height:1.5;color:var(--soft)}
code{font:.9em ui-monospace,"SF Mono","Liberation Mono",monospace}
footer{border-block-start:1px solid var(--line);background:var(--sunken)}
footer>div{padding-block:1.5rem 2.25rem}
@media(min-width:44rem){.head{grid-template-columns:auto 1fr}}
@media(max-width:44rem){.checks li{grid-template-columns:1fr}.bar-cell{display:none}td:last-child{white-space:normal}}
@media print{:root{color-scheme:light;--ground:white;--surface:white}body{font-size:10.5pt}
header,.no-print{display:none}main{gap:1.25rem;padding-block:0}footer{background:none}
.head{grid-template-columns:auto 1fr}.head .badge{inline-size:12rem}a{color:inherit;text-decoration:none}section{break-inside:avoid}}
`

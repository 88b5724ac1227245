import { certificateStyle } from './certificate-style.ts'

/** The look of a package: the colours of the brand by their roles, as on the pages. One column on a phone, the parts beside the text where there is room. */
export const styleOf = (colours: Record<string, string>): string =>
  `:root{${Object.entries(colours)
    .map(([role, value]) => `--${role}:${value}`)
    .join(';')}}\n${rules}${certificateStyle}`

/** What the head of a cobranded package has besides. */
export const cobrandedStyle =
  '.own{font-weight:700}.head img{display:block;width:auto;max-width:16rem;height:auto;max-height:7rem;margin-top:1rem;border-radius:.35rem}\n'

const rules = `
@font-face{font-family:Reading;src:url(regular.ttf);font-weight:400;font-display:swap}
@font-face{font-family:Reading;src:url(bold.ttf);font-weight:700;font-display:swap}
*,::before,::after{box-sizing:border-box}
[hidden]{display:none!important}
html{font:100%/1.55 Reading,Arial,sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0;font-size:1.125rem;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--sun);outline-offset:0;box-shadow:0 0 0 5px var(--ink)}
h2:focus,main:focus,p:focus{outline:none;box-shadow:none}
h1,h2,h3,h4{line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:1.6rem}h2{font-size:1.9rem}h3{font-size:1.3rem}h4{font-size:1.125rem}
p,ul,ol,dl{margin:.75rem 0}
ul,ol{padding-left:1.4rem}li{margin:.35rem 0}
dt{font-weight:700;margin-top:.75rem}dd{margin:0}
bdi{white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;padding:.5rem 1rem;background:var(--paper);z-index:1}
.demonstration{margin:0;padding:.5rem 1rem;background:var(--sun-pale);font-size:1rem}
.head{padding:1.25rem 1rem;background:var(--deep);color:var(--white)}
.head p{margin:.25rem 0 0}
.demonstration,.head,footer{padding-left:max(1rem,calc(50% - 33rem));padding-right:max(1rem,calc(50% - 33rem))}
.wrap{max-width:68rem;margin:0 auto;padding:0 1rem}
.lead{font-size:1.3rem}.small{font-size:1rem;color:var(--muted)}
nav h2{font-size:1.2rem;margin-top:1.25rem}
nav li{padding-left:.25rem}
nav ol{padding-left:2.1rem}
nav a{padding:.3rem 0}
nav a[aria-current]{font-weight:700;color:var(--ink);text-decoration:none}
.state{font-size:1rem;color:var(--muted)}
main{padding:1.25rem 0 3rem;max-width:42rem;min-width:0}
.part{margin-bottom:3rem}.stepped .part{margin-bottom:0}
.slide{margin-top:2rem}
.note{padding:.75rem 1rem;background:var(--chalk);border-left:.4rem solid var(--edge)}
.result{background:var(--sun-pale);border-color:var(--sun);font-weight:700}
.wrong{background:var(--brick-pale);border-color:var(--brick);font-weight:700}
.choose{color:var(--brick-dark);font-weight:700}
.scene svg{display:block;width:100%;max-width:34rem;height:auto;margin:.75rem 0;border-radius:.35rem}
.spot circle{fill:var(--deep);stroke:var(--paper);stroke-width:2.5}.spot text{fill:var(--white);stroke:none;font:700 14px Reading,Arial,sans-serif;text-anchor:middle}
.story{display:grid;gap:1rem}
.columns{display:grid;gap:1rem 2rem;margin-top:.75rem}
fieldset{min-width:0;margin:2rem 0;padding:0;border:0}
legend{padding:0}
label{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem .75rem;margin:.4rem 0;border:2px solid var(--line);border-radius:.35rem;cursor:pointer}
label:has(input:checked){border-color:var(--deep);background:var(--chalk)}
[type=radio]{flex:none;width:1.5rem;height:1.5rem;margin:.05rem 0 0;accent-color:var(--deep)}
summary{cursor:pointer;padding:.4rem 0;color:var(--link);font-weight:700}
.why{padding:.25rem 1rem;border-left:.4rem solid var(--line)}
.button{display:inline-block;min-height:2.75rem;padding:.6rem 1.1rem;margin:0 .75rem .75rem 0;border:2px solid var(--deep);border-radius:.35rem;background:var(--deep);color:var(--white);font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
.button:hover{background:var(--deeper)}
.quiet,.quiet:hover{background:var(--paper);color:var(--deep)}
.onward{margin-top:2.5rem;display:flex;flex-wrap:wrap}
#said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
footer{padding-top:1rem;padding-bottom:2rem;background:var(--chalk);font-size:1rem}
@media(min-width:40rem){.columns{grid-template-columns:1fr 1fr}.story{grid-template-columns:1fr 1fr 1fr}}
@media(min-width:60rem){.wrap{display:grid;grid-template-columns:18rem minmax(0,1fr);gap:3rem}nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto}}
@media(forced-colors:active){:focus-visible{outline-color:Highlight;box-shadow:none}.button,.note{border:2px solid}}
@media print{nav,.onward,.acts,.skip,.certificate{display:none}.part[hidden]{display:block!important}}
`

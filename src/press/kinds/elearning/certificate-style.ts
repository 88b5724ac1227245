/**
 * The certificate: a board on a post, as ways are shown everywhere here, and the country beside it. On a phone it is one column, on paper A4 landscape
 * (portrait where a browser knows no named pages). All that it says stands without its colours.
 */
export const certificateStyle = `
.certificate{margin-top:2.5rem;padding-top:1.5rem;border-top:2px solid var(--line)}
.field{display:block;padding:0;border:0;font-weight:700}
[type=text]{width:100%;max-width:24rem;min-height:2.75rem;padding:.3rem .6rem;border:2px solid var(--edge);border-radius:.35rem;font:inherit;color:inherit;background:var(--paper)}
.sheet{display:grid;grid-template-columns:minmax(0,1fr);margin-top:1.5rem;border:3px solid var(--deep);background:var(--paper);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet p{margin:0;text-wrap:pretty}
.says{position:relative;padding:1.25rem 1.25rem 1.25rem 2.5rem}
.says::before{content:"";position:absolute;left:1rem;top:0;bottom:0;width:.6rem;background:var(--post)}
.board{position:relative;margin-left:-2.5rem!important}
.board span{display:block;padding:.6rem 2.2rem .7rem 1.25rem;background:var(--deep);color:var(--white);font-size:1.3rem;font-weight:700;line-height:1.2;clip-path:polygon(0 0,calc(100% - 1.4rem) 0,100% 50%,calc(100% - 1.4rem) 100%,0 100%)}
.sheet .course{margin-top:1.25rem;font-size:1.9rem;font-weight:700;line-height:1.12;text-wrap:balance}
.sheet .tier{margin:.25rem 0 1rem;font-size:1.2rem}
.sheet dl{margin:1rem 0}
.sheet dt{margin:0;font-size:1rem;font-weight:400;color:var(--muted)}
.line{min-height:2.4rem;padding:.2rem 0;border-bottom:2px solid var(--ink);font-size:1.3rem;font-weight:700;line-height:1.3}
.sheet dl div+div{margin-top:.75rem}
.sheet .date{display:inline-block;min-width:11rem;white-space:nowrap}
.scenery{display:flex;flex-direction:column;justify-content:space-between;background:var(--sky)}
.scenery svg{display:block;width:100%;height:auto;margin-top:auto}
.scenery .own{padding:1.25rem}
.scenery img{display:block;width:auto;max-width:100%;height:auto;max-height:6rem;margin-bottom:.75rem;border-radius:.35rem}
.own-word{padding:1rem 1.25rem;border-top:3px solid var(--deep)}
.own-word p+p{margin-top:.4rem}
@media(min-width:48rem){.sheet{grid-template-columns:minmax(0,1.75fr) minmax(0,1fr)}.own-word{grid-column:1/-1}}
@media(forced-colors:active){.board span{clip-path:none;border:2px solid}}
@page certificate{size:A4 landscape;margin:10mm}
@media print{
.prints-certificate .certificate{display:block;margin:0;padding:0;border:0}
.prints-certificate>:not(.wrap),.prints-certificate nav,.prints-certificate .part.part,.prints-certificate .note,.ask{display:none!important}
.prints-certificate .wrap,.prints-certificate main{display:block;max-width:none;margin:0;padding:0}
.certificate{page:certificate}
.sheet{margin:0;break-inside:avoid;font-size:13pt}
}
@media print and (min-width:200mm){
.sheet{grid-template:1fr auto/minmax(0,1.75fr) minmax(0,1fr);height:189mm;font-size:14pt}
.own-word{grid-column:1/-1;padding:5mm 12mm 5mm 20mm}
.says{display:flex;flex-direction:column;padding:11mm 12mm 8mm 20mm}
.says::before{left:9mm;width:5mm}
.board{margin-left:-20mm!important}
.board span{font-size:25pt;padding:4mm 16mm 5mm 20mm;clip-path:polygon(0 0,calc(100% - 12mm) 0,100% 50%,calc(100% - 12mm) 100%,0 100%)}
.sheet .course{margin-top:11mm;font-size:32pt}
.sheet .tier{margin:2mm 0 6mm;font-size:19pt}
.sheet dt,.sheet .small{font-size:12pt}
.sheet dl{display:grid;grid-template-columns:1fr auto;gap:8mm;margin:auto 0 5mm}
.sheet dl div+div{margin-top:0}
.line{min-height:13mm;display:flex;align-items:flex-end;font-size:17pt}
.scenery .own{padding:8mm;font-size:14pt}
.scenery img{max-height:28mm}
}
`

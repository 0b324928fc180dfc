/** How the page looks: on screens narrow and wide, light and dark, and on paper. */
export const styleOfPage = `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --line: #767676; --new: #0b5d1e; --old: #a4161a; --moved: #5a189a; --link: #0b4f9c; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --line: #8f8f8f; --new: #7bd88f; --old: #ff8f8f; --moved: #d0a6ff; --link: #9cc8ff; } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
p, h1, h2, h3, h4, h5, h6 { margin: .6em 0 0; }
h1, h2, h3, h4, h5, h6 { font-size: 1.1em; line-height: 1.3; margin-top: 1.4em; break-after: avoid; }
h1 { font-size: 1.4em; }
a { color: var(--link); }
ins { color: var(--new); text-decoration: underline; }
del { color: var(--old); text-decoration: line-through; }
ins.moved, del.moved { color: var(--moved); }
.mark { opacity: .8; }
.centre { text-align: center; }
.capitals { text-transform: uppercase; }
.plain { font-weight: normal; }
.italic { font-weight: normal; font-style: italic; }
.bold { font-weight: bold; }
.level-1 { padding-left: 2.5em; text-indent: -2.5em; }
.level-2 { padding-left: 4.5em; text-indent: -2em; }
.level-3 { padding-left: 6.5em; text-indent: -2em; }
.label { display: inline-block; min-width: 2.5em; text-indent: 0; }
.level-2 .label, .level-3 .label { min-width: 2em; }
.call { padding-left: 2.5em; }
.tab { display: inline-block; min-width: 1.5em; }
.scroll { overflow-x: auto; margin: .8em 0; }
table { border-collapse: collapse; width: 100%; font-size: .93em; overflow-wrap: normal; }
td, th { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
td > p:first-child, th > p:first-child { margin-top: 0; }
sup { line-height: 0; }
section.notes div > p:first-of-type { display: inline; }
section.notes div { margin-top: .5em; }
section.notes { margin-top: 2.5em; border-top: 1px solid var(--line); font-size: .9em; }
.margin { color: inherit; font-size: .85em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
@media print {
  :root { --ink: #000; --paper: #fff; --new: #0b5d1e; --old: #a4161a; --link: #000; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  p { orphans: 2; widows: 2; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}`;

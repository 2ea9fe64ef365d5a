// What can be taken home: texts and figures as files.
import { read } from "/api.js";
import { button, make } from "/dom.js";
import { word } from "/words.js";

/** Gives the browser a text as a file. */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** JSON as block YAML; strings are quoted as JSON has them, which YAML reads the same. */
export function yaml(value, indent = "") {
  const isPlain = (text) => /^[a-zA-Z][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  const scalar = (each) => (typeof each === "string" && isPlain(each) ? each : JSON.stringify(each));
  const nested = (each, deeper) => (each !== null && typeof each === "object" && Object.keys(each).length > 0
    ? { text: yaml(each, deeper), isBlock: true } : { text: scalar(each), isBlock: false });
  if (Array.isArray(value)) {
    return value.map((each) => {
      const { text, isBlock } = nested(each, `${indent}  `);
      return `${indent}- ${isBlock ? text.trimStart() : text}`;
    }).join("\n");
  }
  return Object.entries(value).map(([name, each]) => {
    const { text, isBlock } = nested(each, `${indent}  `);
    return `${indent}${scalar(name)}:${isBlock ? `\n${text}` : ` ${text}`}`;
  }).join("\n");
}

/** A figure as a file of its own, with its colours on white. */
async function saveFigure(svg, name) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // Other programs know no light-dark() and no variables.
  const sheet = (await read("/figure.css")).replaceAll(/light-dark\(([^,]+),[^)]*\)/g, "$1");
  const colours = new Map([...sheet.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, key, value]) => [key, value]));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = sheet.replaceAll(/var\((--[\w-]+)\)/g, (whole, key) => colours.get(key) ?? whole);
  copy.prepend(style);
  save(`${name}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(copy));
}

/** Puts a button under each figure of a report. */
export function offerFigures(root, name) {
  root.querySelectorAll("figure").forEach((figure, i) => {
    const svg = figure.querySelector("svg");
    if (!svg) return;
    const file = `${name}-${figure.id || i + 1}`;
    figure.append(button(word("download.figure"), () => saveFigure(svg, file), { className: "small save" }));
  });
}

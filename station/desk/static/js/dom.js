// Builds page elements. Data only ever enters the page as text nodes or attributes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function assign(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.className = value;
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (["value", "checked", "disabled", "hidden", "required", "selected"].includes(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Makes one element: h("button", {class: "btn", onclick: f}, "text"). */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) if (name !== "value") assign(node, name, value);
  append(node, children);
  // A select takes its value only once its options are inside.
  if (props && "value" in props) assign(node, "value", props.value);
  return node;
}

/** Puts new children in place of the old ones. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** Rebuilds a node's children only when `signature` differs from last time: a press never lands on a node that just went. */
export function fillWhenNew(node, signature, build) {
  const text = JSON.stringify(signature);
  if (node.dataset.drawn === text) return;
  node.dataset.drawn = text;
  fill(node, build());
}

/** Puts keyed rows in order, reusing those whose content is the same: rows are [key, content, build]. */
export function fillRows(node, rows) {
  const old = new Map([...node.children].map((child) => [child.dataset.key, child]));
  const wanted = rows.map(([key, content, build]) => {
    const text = JSON.stringify(content);
    const kept = old.get(key);
    if (kept?.dataset.drawn === text) return kept;
    const made = build();
    made.dataset.key = key;
    made.dataset.drawn = text;
    return made;
  });
  wanted.forEach((child, index) => { if (node.children[index] !== child) node.insertBefore(child, node.children[index] ?? null); });
  while (node.children.length > wanted.length) node.lastChild.remove();
}

/** One icon of the sheet icons.svg, hidden from screen readers. */
export function icon(name, extra = "") {
  const node = document.createElementNS(SVG, "svg");
  node.setAttribute("class", `icon ${extra}`.trim());
  node.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `icons.svg#${name}`);
  node.append(use);
  return node;
}

/** Gives a bar its share of the width; set through the style object, which the content policy allows. */
export function sized(node, property, percent) {
  node.style[property] = `${Math.max(0, Math.min(100, percent))}%`;
  return node;
}

export const badge = (text, colour = "") => h("span", { class: `badge ${colour}` }, text);

export const card = (title, ...children) => h("section", { class: "card" }, title && h("header", {}, h("h2", {}, title)), ...children);

export const empty = (name, text) => h("div", { class: "empty" }, icon(name), h("p", {}, text));

"use strict";

/** An element. Text always becomes a text node or an attribute, never markup: names and sentences are a stranger's. */
function element(tag, attributes = {}, ...children) {
  const made = tag === "svg" || svgTags.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined).map(child => child instanceof Node ? child : String(child)));
  return made;
}
const svgTags = new Set(["g", "rect", "line", "text"]);

/** Shows only the rows of a long list that can be seen: `height` pixels each, drawn by `draw(index)`. */
class LongList {
  constructor(frame, height, draw) {
    Object.assign(this, { frame, height, draw, length: 0 });
    this.space = element("div", { class: "space" });
    frame.append(this.space);
    frame.addEventListener("scroll", () => this.paint());
    new ResizeObserver(() => this.paint()).observe(frame);
  }

  show(length) {
    this.length = length;
    this.space.style.height = `${length * this.height}px`;
    this.paint();
  }

  paint() {
    if (!this.frame.isConnected) return; // a view that was left
    const first = this.whole ? 0 : Math.max(Math.floor(this.frame.scrollTop / this.height) - 5, 0);
    const last = this.whole ? this.length : Math.min(first + Math.ceil(this.frame.clientHeight / this.height) + 10, this.length);
    const rows = [];
    for (let index = first; index < last; index++) {
      const row = this.draw(index);
      row.style.top = `${index * this.height}px`;
      rows.push(row);
    }
    this.space.replaceChildren(...rows);
  }

  /** Paper does not scroll: every row is drawn. */
  paintAll() {
    this.whole = true;
    this.paint();
  }

  bringIntoView(index) {
    const top = index * this.height;
    if (top < this.frame.scrollTop) this.frame.scrollTop = top;
    else if (top + this.height > this.frame.scrollTop + this.frame.clientHeight) this.frame.scrollTop = top + this.height - this.frame.clientHeight;
    this.paint();
  }
}

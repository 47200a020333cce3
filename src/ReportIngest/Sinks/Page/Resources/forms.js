"use strict";

/** The official form: names of cells, the tables of a report laid on it, equations. */
const withoutNote = label => label.replace(/(.)（[^）]*）$/, "$1");
const unnumbered = label => withoutNote(label).replace(/^([一二三四五六七]、|（[一二三四五六七]）|[1-8]\.)/, ""); // numbering reads like a number inside a sum
const cells = new Map(); // code → its grid, row and column
const order = new Map(); // edition → code → where its value stands in a report's list

for (const [edition, grids] of Object.entries(data.forms)) {
  order.set(edition, new Map());
  for (const grid of grids) {
    for (const row of grid.rows) {
      for (const column of grid.columns) {
        const code = row.key ? `${row.key}.${column.key}` : column.key;
        order.get(edition).set(code, order.get(edition).size);
        if (!cells.has(code) || edition === "2021") cells.set(code, { code, grid, row, column });
      }
    }
  }
}

/** What a cell of a report holds: number, or the state and text that stand for none. */
function contentOf(report, code) {
  const value = report.values[order.get(report.edition)?.get(code)] ?? report.foreign[code];
  if (value === undefined || value === null) return { text: "?", said: say("missing"), odd: true };
  if (typeof value === "number") return { text: String(value), said: String(value), number: value };
  if (value === "") return { text: "·", said: say("blankCell"), odd: true, number: 0 };
  if ("placeholder" in value) return { text: value.placeholder, said: say("placeholder", { n: value.placeholder }), odd: true, number: 0 };
  return { text: `“${value.unreadable}”`, said: say("unreadable", { n: value.unreadable }), odd: true };
}

function placeInWords([table, row, column, page]) {
  return (page ? say("page", { p: page }) : "") + say("place", { t: table + 1, r: row + 1, c: column + 1 });
}

function cellName(code) {
  const cell = cells.get(code);
  if (!cell) return code;
  return [...(cell.row.label.length ? cell.row.label : []), ...cell.column.label].map(withoutNote).join(" · ");
}

/** One table of the form with a report's values. `marks`: code → "part" or "total"; `change`: the suggestion. */
function formTable(report, section, marks, change) {
  const grids = data.forms[report.edition].filter(grid => grid.section === section);
  const width = Math.max(...grids.map(grid => grid.columns.length));
  const depth = Math.max(...grids.flatMap(grid => grid.rows.map(row => row.label.length)));
  const body = element("tbody");
  for (const grid of grids) {
    if (grid.caption) body.append(element("tr", {}, element("th", { class: "caption", colspan: depth + width }, grid.caption)));
    body.append(...headerRows(grid, depth, width), ...valueRows(grid, depth, width, report, marks, change));
  }
  return element("div", { class: "scroll" }, element("table", { class: "form" }, body));
}

function headerRows(grid, depth, width) {
  const paths = grid.columns.map(column => [...(column.outer ? [column.outer] : []), ...column.label]);
  const levels = Math.max(...paths.map(path => path.length));
  const rows = [];
  for (let level = 0; level < levels; level++) {
    const row = element("tr");
    if (level === 0 && depth > 0) row.append(element("th", { colspan: depth, rowspan: levels }));
    for (let index = 0; index < paths.length;) {
      const path = paths[index];
      let end = index + 1;
      while (level < path.length - 1 && end < paths.length && samePrefix(path, paths[end], level)) end++;
      if (level < path.length) {
        const spare = end === paths.length ? width - paths.length : 0; // a lone column of table two spans the others' columns
        row.append(element("th", { class: "column", colspan: end - index + spare, rowspan: level === path.length - 1 ? levels - level : 1 }, withoutNote(path[level])));
      }
      index = end;
    }
    rows.push(row);
  }
  return rows;
}

const samePrefix = (one, other, level) => other.length > level + 1 && one.slice(0, level + 1).join("\n") === other.slice(0, level + 1).join("\n");

function valueRows(grid, depth, width, report, marks, change) {
  return grid.rows.map((line, index) => {
    const row = element("tr");
    line.label.forEach((label, level) => {
      const last = level === line.label.length - 1;
      const above = index > 0 ? grid.rows[index - 1].label : [];
      if (!last && samePrefix(line.label, above, level)) return;
      let span = 1;
      while (!last && index + span < grid.rows.length && samePrefix(line.label, grid.rows[index + span].label, level)) span++;
      row.append(element("th", { rowspan: span, colspan: last ? depth - level : 1 }, withoutNote(label)));
    });
    grid.columns.forEach((column, at) => {
      const code = line.key ? `${line.key}.${column.key}` : column.key;
      const content = contentOf(report, code);
      const place = report.places[code];
      row.append(element("td", {
        class: [marks.get(code), content.odd && "odd", change && change.indicator === code && "change"].filter(Boolean).join(" ") || null,
        "data-code": code,
        "data-change": change && change.indicator === code ? String(change.value) : null,
        colspan: at === grid.columns.length - 1 ? width - at : 1,
        title: [cellName(code), content.said, place && placeInWords(place)].filter(Boolean).join("\n"),
      }, content.text));
    });
    return row;
  });
}

/**
 * What follows from last year's report, of a carry-over (RI701) or a stock (RI702): last year's number is what the expected one leaves of it. Null for other rules, and where the sum gives no number to expect.
 */
function equationOverYears(finding, report) {
  if (!["RI701", "RI702"].includes(finding.rule) || finding.expected === null) return null;
  const [own, issued, repealed] = finding.indicators.map(index => data.codes[index]);
  const contents = [issued, repealed].filter(Boolean).map(code => contentOf(report, code));
  const shownOf = content => element("b", {}, content.odd ? `0${inBrackets(content.said)}` : content.text);
  const label = code => unnumbered(cells.get(code).column.label.at(-1));
  const rounded = number => Math.round(number * 1e6) / 1e6;
  const last = rounded(finding.expected - (contents[0]?.number ?? 0) + (contents[1]?.number ?? 0));
  const before = finding.rule === "RI701" ? say("carriedOutBefore") : `${say("lastYear")} ${label(own)}`;
  return element("div", { class: "equation" },
    element("span", { class: "term" }, `${before} `, element("b", {}, String(last))),
    ...(contents.length ? ["+", element("span", { class: "term" }, `${label(issued)} `, shownOf(contents[0])), "−", element("span", { class: "term" }, `${label(repealed)} `, shownOf(contents[1])), "=", element("b", {}, String(finding.expected))] : []),
    element("span", { class: "wrong" }, "≠"),
    element("span", { class: "term sum" }, `${finding.rule === "RI701" ? unnumbered(cells.get(own).row.label.at(-1)) : label(own)} `, shownOf(contentOf(report, own))),
    element("span", { class: "wrong" }, inBrackets(say("differ", { n: Math.abs(rounded(finding.actual - finding.expected)) }))));
}

/** The equation of a broken sum: its first `finding.left` cells add up to the others. */
function equationOf(finding, report) {
  const codes = finding.indicators.map(index => data.codes[index]);
  const [left, right] = [codes.slice(0, finding.left), codes.slice(finding.left)];
  const alongRow = new Set(codes.map(code => cells.get(code).row.key)).size === 1;
  const name = code => unnumbered(alongRow ? cells.get(code).column.label.at(-1) : cells.get(code).row.label.at(-1));
  const term = (code, total) => {
    const content = contentOf(report, code);
    return element("span", { class: total ? "term sum" : "term" }, `${name(code)} `, element("b", {}, content.odd ? `0${inBrackets(content.said)}` : content.text));
  };
  const side = list => {
    const terms = list.length > 6 ? list.filter(code => contentOf(report, code).number !== 0) : list;
    const parts = terms.flatMap((code, index) => index ? ["+", term(code, false)] : [term(code, false)]);
    return terms.length < list.length ? [...parts, element("span", { class: "soft" }, inBrackets(say("zeros", { n: list.length - terms.length })))] : parts;
  };
  const difference = Math.round((finding.actual - finding.expected) * 1e6) / 1e6;
  const apart = right.length > 1 ? say("differ", { n: Math.abs(difference) }) : say(difference > 0 ? "over" : "short", { n: Math.abs(difference) });
  return element("div", { class: "equation" },
    ...side(left), "=", element("b", {}, String(finding.expected)), element("span", { class: "wrong" }, "≠"),
    ...(right.length > 1 ? [...side(right), "=", element("b", {}, String(finding.actual))] : [term(right[0], true)]),
    element("span", { class: "wrong" }, inBrackets(apart)));
}

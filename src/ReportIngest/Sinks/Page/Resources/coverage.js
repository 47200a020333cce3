"use strict";

/** Who has published: a line a unit, a column a year. Without a roster, who has a report at hand. */
const LETTERS = {
  on_time: ["按", "O"], late: ["逾", "L"], published: ["公", "P"], missing: ["缺", "M"], unreadable: ["读不出", "U"], empty: ["空", "E"], wrong_year: ["年", "Y"], wrong_unit: ["位", "W"],
  duplicate: ["重", "D"], partial: ["不全", "I"], not_due: ["未", "N"], exempt: ["免", "X"], not_checked: ["疑", "?"], at_hand: ["有", "R"],
};
const statusName = status => status === "at_hand" ? say("at_hand") : choose(data.statuses[status]);
const coverage = data.coverage || coverageOfReports();
// A unit has the one name that the roster gives it, however its reports call it.
if (data.coverage) for (const unit of coverage.units) unitNames.set(unit.code, unit.name);
let statusFilter = null;
let coverageQuery = "";
let coverageLines = null;

function coverageOfReports() {
  const years = [...new Set(data.series.map(point => point.year))].sort();
  const units = new Map();
  for (const point of data.series) {
    if (!units.has(point.unit)) units.set(point.unit, { code: point.unit, name: point.name, cells: years.map(() => null) });
    units.get(point.unit).cells[years.indexOf(point.year)] = { status: "at_hand", days: null, reason: null, files: [] };
  }
  return { years, units: [...units.values()], ofReports: true };
}

function drawCoverage(main) {
  const counts = new Map();
  for (const unit of coverage.units) for (const cell of unit.cells) if (cell) counts.set(cell.status, (counts.get(cell.status) || 0) + 1);
  const legend = element("div", { class: "legend" }, ...Object.keys(LETTERS).filter(status => counts.has(status)).map(status => element("button",
    { "aria-pressed": statusFilter === status ? "true" : "false", click: () => { statusFilter = statusFilter === status ? null : status; drawCoverage(main); } },
    element("span", { class: `status s-${status}` }, choose(LETTERS[status])), `${statusName(status)} ${count(counts.get(status))}`)));
  const input = element("input", { type: "search", value: coverageQuery, placeholder: say("unitFilter"), "aria-label": say("unitFilter"), input: () => { coverageQuery = input.value.trim(); fill(); } });
  const told = element("span", { class: "soft" });
  const frame = element("div", { class: "matrix", id: "matrix", tabindex: 0 });
  const columns = `minmax(110px, 260px) repeat(${coverage.years.length}, minmax(54px, 90px))`;
  const top = element("div", { class: "line top" }, element("span", {}, say("unit")), ...coverage.years.map(year => element("span", {}, year)));
  top.style.gridTemplateColumns = columns;
  frame.append(top);
  main.replaceChildren(element("div", { class: "page" }, element("h2", {}, say("coverage")),
    coverage.ofReports ? element("p", { class: "soft" }, say("noRoster")) : null,
    legend, element("div", { class: "controls" }, input, told), data.coverage?.units.some(unit => unit.cells.some(cell => cell.noted)) ? element("p", { class: "soft" }, say("noted")) : null, element("section", { class: "soft", id: "cell", "aria-live": "polite" }, say("seeFindings")), frame));
  let units = [];
  coverageLines = new LongList(frame, 32, index => {
    const unit = units[index];
    const line = element("div", { class: "line" }, element("span", { title: `${unit.name} ${unit.code}` }, unit.name), ...unit.cells.map((cell, at) => drawStatus(unit, coverage.years[at], cell)));
    line.style.gridTemplateColumns = columns;
    return line;
  });
  const fill = () => {
    units = coverage.units.filter(unit => (!statusFilter || unit.cells.some(cell => cell?.status === statusFilter)) && (!coverageQuery || unit.name.includes(coverageQuery) || unit.code.includes(coverageQuery)));
    told.textContent = say("shownUnits", { n: count(units.length) });
    frame.scrollTop = 0;
    coverageLines.show(units.length);
  };
  fill();
}

function drawStatus(unit, year, cell) {
  if (!cell) return element("span", { class: "status s-none" }, say("noReport"));
  const late = cell.status === "late" && cell.days ? ` +${cell.days}` : "";
  return element("button", {
    class: `status s-${cell.status}`,
    title: [`${unit.name} ${year}`, statusName(cell.status), cell.reason && choose(cell.reason)].filter(Boolean).join("\n"),
    "aria-label": `${unit.name} ${year} ${statusName(cell.status)}`,
    click: () => drawCell(unit, year, cell),
  }, choose(LETTERS[cell.status]) + late + (cell.noted ? " *" : ""));
}

/** Why a unit has its status, and what there is to look at: its files, its findings, and what was found about files that tell no unit. */
function drawCell(unit, year, cell) {
  const own = data.findings.filter(finding => unitOf(finding) === unit.code && finding.year === year).length;
  const unread = cell.files.filter(path => data.findings.some(finding => finding.path === path && !unitOf(finding)));
  const box = document.getElementById("cell");
  box.className = "cell";
  box.replaceChildren(...[
    element("h3", {}, `${unit.name} ${year}：`, statusName(cell.status)),
    cell.reason ? element("p", {}, choose(cell.reason)) : null,
    ...(cell.files.length ? [element("p", {}, `${say("file")}：`), element("ul", {}, ...cell.files.map(path => element("li", {}, path)))] : []),
    element("p", {}, own ? element("button", { id: "cell-findings", click: () => showFindings({ unit: [unit.code], year: [String(year)] }) }, say("cellFindings", { n: count(own) })) : null,
      ...unread.map(path => element("button", { class: "cell-file", click: () => showFindings({}, path) }, say("fileFindings", { file: path }))),
      own || unread.length ? null : say("noFindings")),
  ].filter(Boolean));
}

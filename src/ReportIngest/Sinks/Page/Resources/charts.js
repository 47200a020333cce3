"use strict";

/** Requests over the years, of one unit or of all. */
let chartUnit = "";
const SERIES = ["asked", "granted", "partial"];
const COLUMNS = ["asked", "granted", "partial", "answered", "carriedOut"];

function drawCharts(main) {
  const names = [...new Map(data.series.map(point => [point.unit, point.name]))].sort(([, one], [, other]) => one.localeCompare(other, "zh"));
  const select = element("select", { id: "chart-unit", "aria-label": say("unit"), change: () => { chartUnit = select.value; drawCharts(main); } },
    element("option", { value: "" }, say("allUnits")), ...names.map(([unit, name]) => element("option", { value: unit, selected: unit === chartUnit }, name)));
  const points = chartUnit ? pointsOfUnit(chartUnit) : data.series.filter(point => !point.aggregate);
  const years = [...new Set(points.map(point => point.year))].sort().map(year => sumOf(year, points.filter(point => point.year === year)));
  const aggregates = data.series.filter(point => point.aggregate).length;
  const hasNumbers = years.some(year => year.asked !== null);
  main.replaceChildren(element("div", { class: "page" }, element("h2", {}, say("requests")), element("div", { class: "controls" }, select),
    ...(hasNumbers ? [barChart(years), legendOfBars(), numbersTable(years)] : [element("p", { class: "empty" }, say("noNumbers"))]),
    element("p", { class: "soft" }, say("chartNote"), aggregates ? ` ${say("chartAggregates", { n: aggregates })}` : null)));
}

/** One report a year: the unit's own before one that adds up others. */
function pointsOfUnit(unit) {
  const points = data.series.filter(point => point.unit === unit);
  return points.filter(point => !point.aggregate || !points.some(other => other.year === point.year && !other.aggregate));
}

/** The sums of a year; null where no report has the number. */
function sumOf(year, points) {
  const sums = Object.fromEntries(COLUMNS.map((key, at) => {
    const known = points.map(point => point.values[at]).filter(value => value !== null);
    return [key, known.length ? known.reduce((sum, value) => sum + value, 0) : null];
  }));
  return { year, counted: points.filter(point => point.values[0] !== null).length, ...sums };
}

function barChart(years) {
  const [width, height, bottom, top, letter] = [900, 330, 50, 25, 7.5];
  const highest = niceCeiling(Math.max(1, ...years.flatMap(year => SERIES.map(key => year[key] ?? 0))));
  const left = 20 + count(highest).length * letter;
  const y = value => height - bottom - (value / highest) * (height - bottom - top);
  const step = (width - left - 10) / years.length;
  const bar = Math.min(step / 3.4, 90);
  const chart = element("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": say("requests") });
  for (let part = 0; part <= 4; part++) {
    const value = highest * part / 4;
    chart.append(element("line", { class: part ? "faint" : "axis", x1: left, x2: width - 10, y1: y(value), y2: y(value) }), element("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, count(value)));
  }
  years.forEach((year, index) => {
    const middle = left + step * (index + 0.5);
    SERIES.forEach((key, at) => {
      if (year[key] === null) return;
      const x = middle + (at - 1.5) * bar;
      chart.append(element("rect", { class: `bar${at}`, x, y: y(year[key]), width: bar - 4, height: height - bottom - y(year[key]) }));
      // Where there is no room for a number it would cover its neighbour's; the table below has them all.
      if (count(year[key]).length * letter <= bar) chart.append(element("text", { x: x + (bar - 4) / 2, y: y(year[key]) - 4, "text-anchor": "middle" }, count(year[key])));
    });
    chart.append(element("text", { x: middle, y: height - bottom + 18, "text-anchor": "middle" }, year.year), element("text", { x: middle, y: height - bottom + 36, "text-anchor": "middle" }, `${count(year.counted)} ${say("reports")}`));
  });
  return chart;
}

/** The next of 1, 2, 4, 10, 20, 40 …: four parts of it are round numbers. */
function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.max([1, 2, 4, 10].find(times => times * power >= value) * power, 4);
}

const legendOfBars = () => element("div", { class: "controls" }, ...SERIES.map((key, at) => element("span", {}, element("span", { class: `swatch bar${at}` }), say(key))));

const numbersTable = years => element("div", { class: "scroll" }, element("table", { class: "data" },
  element("thead", {}, element("tr", {}, ...["year", ...COLUMNS, "counted"].map(key => element("th", { class: key === "year" ? null : "number" }, say(key))))),
  element("tbody", {}, ...years.map(year => element("tr", {}, element("th", {}, year.year),
    ...[...COLUMNS, "counted"].map(key => element("td", { class: "number" }, year[key] === null ? "—" : count(year[key]))))))));

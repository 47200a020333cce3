"use strict";

/** The findings: facets, the list, and which of it is chosen. */
const GRAVITY = { error: 0, warning: 1, note: 2 };
const isDoubt = finding => data.rules[finding.rule].category === "extraction";
const unitOf = finding => finding.division || finding.unit || "";
const unitNames = new Map();
for (const finding of data.findings) unitNames.set(unitOf(finding), finding.unit || finding.division || "");

const FACETS = [
  { key: "kind", of: finding => isDoubt(finding) ? "doubt" : "fault", name: value => say(value) },
  { key: "severity", of: finding => isDoubt(finding) ? null : finding.severity, name: value => choose(data.severities[value]), order: (one, other) => GRAVITY[one] - GRAVITY[other] },
  { key: "verdict", of: stateOf, name: value => say(value) },
  { key: "baseline", of: finding => finding.baseline, name: value => say(value) },
  { key: "year", of: finding => finding.year === null ? "" : String(finding.year), name: value => value || say("none"), order: (one, other) => other.localeCompare(one) },
  { key: "rule", of: finding => finding.rule, name: value => `${value} ${choose(data.rules[value].title)}` },
  { key: "unit", of: unitOf, name: value => unitNames.get(value) || value || say("none") },
];

const chosen = Object.fromEntries(FACETS.map(facet => [facet.key, new Set()]));
let query = "";
let shown = [];
let current = null; // the chosen finding
let list = null;
const unfolded = new Set();
let unitQuery = "";

const haystacks = new Map();
function haystackOf(finding) {
  if (!haystacks.has(finding)) {
    const rule = data.rules[finding.rule];
    haystacks.set(finding, [finding.rule, ...rule.title, finding.unit, finding.division, finding.year, finding.path, ...finding.message].join("\n").toLowerCase());
  }
  return haystacks.get(finding);
}

const fits = (finding, except) =>
  FACETS.every(facet => facet.key === except || !chosen[facet.key].size || chosen[facet.key].has(facet.of(finding)))
  && query.toLowerCase().split(/\s+/).every(word => haystackOf(finding).includes(word));

const inOrder = data.findings.map((finding, index) => [finding, index])
  .sort(([one, i], [other, j]) => isDoubt(one) - isDoubt(other) || GRAVITY[one.severity] - GRAVITY[other.severity] || i - j).map(([finding]) => finding);

function drawFindings(main) {
  const facets = element("div", { class: "facets", id: "facets" });
  const input = element("input", { type: "search", id: "search", value: query, placeholder: say("search"), "aria-label": say("search"), input: () => { query = input.value; refilter(); } });
  const frame = element("div", { class: "list", id: "list", role: "listbox", tabindex: 0, "aria-label": say("findings") });
  main.replaceChildren(element("div", { class: "findings" },
    facets,
    element("div", { class: "results" }, element("div", { class: "search" }, input, element("div", { class: "count", id: "count", "aria-live": "polite" })), frame),
    element("article", { class: "detail", id: "detail", tabindex: -1 }),
    element("section", { class: "paper", id: "paper" })));
  list = new LongList(frame, 78, drawRow);
  refilter();
}

/** What the filters leave. A finding that has just got its verdict stays until they change. */
function refilter() {
  shown = inOrder.filter(finding => fits(finding));
  drawFacets();
  const left = data.findings.length;
  document.getElementById("count").replaceChildren(
    element("span", {}, `${say("shown", { n: count(shown.length) })}${shown.length < left ? ` / ${say("ofAll", { n: count(left) })}` : ""}`),
    isFiltered() ? element("button", { class: "plain", click: clearFilters }, say("clear")) : "");
  list.frame.scrollTop = 0;
  list.show(shown.length);
  if (!shown.length) list.space.replaceChildren(element("p", { class: "empty" }, say("nothing")));
  if (current && !shown.includes(current)) current = null;
  drawDetail(document.getElementById("detail"), current);
  list.paint();
}

const isFiltered = () => query !== "" || FACETS.some(facet => chosen[facet.key].size);

function clearFilters() {
  for (const facet of FACETS) chosen[facet.key].clear();
  query = unitQuery = "";
  drawFindings(document.getElementById("main"));
}

function drawFacets() {
  const frame = document.getElementById("facets");
  const narrow = matchMedia("(max-width: 860px)").matches;
  const wasOpen = frame.querySelector("details")?.open;
  const sets = FACETS.map(drawFacet).filter(Boolean);
  frame.replaceChildren(...(narrow ? [element("details", { open: wasOpen || null }, element("summary", {}, say("filters")), ...sets)] : sets));
}

function drawFacet(facet) {
  const counts = new Map();
  for (const finding of data.findings) {
    const value = facet.of(finding);
    if (value !== null && value !== undefined && fits(finding, facet.key)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  for (const value of chosen[facet.key]) if (!counts.has(value)) counts.set(value, 0);
  if (!counts.size) return null;
  let values = [...counts.keys()].sort(facet.order || ((one, other) => counts.get(other) - counts.get(one)));
  const all = values.length;
  const few = 8;
  const isUnit = facet.key === "unit";
  if (isUnit && unitQuery) values = values.filter(value => facet.name(value).includes(unitQuery));
  if (!unfolded.has(facet.key)) values = values.filter((value, index) => index < few || chosen[facet.key].has(value));
  else values = values.slice(0, 500);
  return element("fieldset", { "data-facet": facet.key }, element("legend", {}, say(facet.key)),
    isUnit && all > few ? element("input", { type: "text", value: unitQuery, placeholder: say("filterUnits"), "aria-label": say("filterUnits"), change: event => { unitQuery = event.target.value.trim(); drawFacets(); } }) : null,
    ...values.map(value => element("label", {},
      element("input", { type: "checkbox", value, checked: chosen[facet.key].has(value), change: event => toggle(facet.key, value, event.target.checked) }),
      element("span", {}, facet.name(value)), element("span", { class: "soft" }, count(counts.get(value))))),
    all > few ? element("button", { class: "plain", click: () => { unfolded.has(facet.key) ? unfolded.delete(facet.key) : unfolded.add(facet.key); drawFacets(); } },
      unfolded.has(facet.key) ? say("fewer") : say("more", { n: all })) : null);
}

function toggle(key, value, on) {
  if (on) chosen[key].add(value);
  else chosen[key].delete(value);
  refilter();
  document.querySelector(`[data-facet=${key}] input[value="${CSS.escape(value)}"]`)?.focus();
}

/** Opens the findings with nothing but these filters. */
function showFindings(filters, text = "") {
  for (const facet of FACETS) chosen[facet.key] = new Set(filters[facet.key] || []);
  query = text;
  current = null;
  go("findings");
}

const badge = finding => isDoubt(finding)
  ? element("span", { class: "badge doubt" }, `? ${say("doubt")}`)
  : element("span", { class: `badge ${finding.severity}` }, choose(data.severities[finding.severity]));

function drawRow(index) {
  const finding = shown[index];
  const state = stateOf(finding);
  return element("div", { class: state === "open" ? "row" : "row done", role: "option", id: `row-${index}`, "aria-selected": finding === current ? "true" : "false", click: () => select(index, true) },
    element("div", { class: "head" }, badge(finding), " ", choose(data.rules[finding.rule].title), state === "open" ? null : element("span", { class: "badge done" }, say(state))),
    element("div", { class: "text" }, element("b", {}, [finding.unit || finding.path || say("none"), finding.year].filter(Boolean).join(" ")), ` ${choose(finding.message)}`));
}

/** `open`: on a narrow screen the finding covers the list. */
function select(index, open) {
  if (index < 0 || index >= shown.length) return;
  current = shown[index];
  list.bringIntoView(index);
  list.frame.setAttribute("aria-activedescendant", `row-${index}`);
  const detail = document.getElementById("detail");
  drawDetail(detail, current);
  detail.scrollTop = 0;
  if (open) detail.classList.add("open");
}

const step = by => select(current ? shown.indexOf(current) + by : 0, document.getElementById("detail").classList.contains("open"));

function closeDetail() {
  document.getElementById("detail").classList.remove("open");
  list.frame.focus();
}

/** On paper the list stands in full, as far as anybody would print it. */
function drawPaper() {
  document.getElementById("paper")?.replaceChildren(...shown.slice(0, 1000).map(finding => element("article", {},
    element("div", {}, badge(finding), " ", element("b", {}, `${finding.rule} ${choose(data.rules[finding.rule].title)}`), ` ${[finding.unit, finding.year, finding.path].filter(Boolean).join(" · ")}`),
    element("div", {}, choose(finding.message)),
    finding.suggestion ? element("div", {}, `${say("suggestion")}：${choose(finding.suggestion.reason)}`) : null,
    finding.at.length ? element("div", { class: "soft" }, `${say("at")}：${placesOnPaper(finding)}`) : null)));
}

/** As many places as one looks up from paper. */
function placesOnPaper(finding) {
  const { lines, rest } = placeLines(finding, finding.report === null ? null : data.reports[finding.report], 4);
  return [...lines.map(([name, , place]) => name ? `${name} ${place}` : place), ...(rest > 0 ? [say("morePlaces", { n: rest })] : [])].join(language === "en" ? "; " : "；");
}

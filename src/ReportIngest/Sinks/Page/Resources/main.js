"use strict";

/** Header, summary, and which view is open. */
const VIEWS = { summary: drawSummary, coverage: drawCoverage, findings: drawFindings, charts: drawCharts };
let view = "summary";

function drawHeader() {
  const number = decided().length;
  const doubts = data.findings.filter(isDoubt).length;
  document.getElementById("header").replaceChildren(element("h1", {}, say("title")),
    element("nav", {}, ...Object.keys(VIEWS).map(name => element("button", { id: `view-${name}`, "aria-current": name === view ? "page" : null, click: () => go(name) },
      say(name) + (name === "findings" ? ` ${count(data.findings.length - doubts)}${doubts ? ` · ${say("doubtsShort")} ${count(doubts)}` : ""}` : "")))),
    element("div", { class: "tools" },
      element("button", { id: "download", class: "main", hidden: !number, title: say("downloadHint"), click: downloadVerdicts }, say("download", { n: number })),
      ...[["zh", "中文"], ["en", "English"]].map(([code, name]) => element("button", { id: `language-${code}`, lang: code, "aria-pressed": language === code ? "true" : "false", click: () => speak(code) }, name))));
}

function go(name) {
  view = name;
  history.replaceState(null, "", `#${name}`);
  draw();
  document.getElementById("main").scrollTop = 0;
}

function speak(code) {
  language = code;
  draw();
}

function draw() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  // Several pages lie open side by side: what tells them apart is which years and how many.
  document.title = `${say("title")} · ${yearsInWords(data.totals.years)} · ${count(data.totals.reports)} ${say("reports")}`;
  drawHeader();
  VIEWS[view](document.getElementById("main"));
}

function card(number, words, kind, click, hint) {
  const content = [element("b", {}, number), words, hint ? element("div", { class: "soft" }, hint) : null];
  return click ? element("button", { class: `card ${kind || ""}`, click }, content) : element("div", { class: `card ${kind || ""}` }, content);
}

/** 2022–2024; years with a gap one by one. */
function yearsInWords(years) {
  if (!years.length) return "—";
  const [first, last] = [years[0], years.at(-1)];
  return years.length > 2 && last - first === years.length - 1 ? `${first}–${last}` : years.join(" ");
}

function drawSummary(main) {
  const totals = data.totals;
  const faults = totals.rules.filter(rule => !isDoubt(rule));
  const doubts = totals.rules.filter(isDoubt);
  main.replaceChildren(element("div", { class: "page" },
    element("div", { class: "cards" },
      card(count(totals.reports), say("reports")), card(count(totals.units), say("units")), card(yearsInWords(totals.years), say("years")),
      card(count(totals.found), say("cells"), null, null, say("ofCells", { n: count(totals.expected) })),
      card(count(totals.passed), say("holds")), card(count(totals.failed), say("fails")), card(count(totals.not_assessable), say("cannotTell"))),
    totals.left_out ? element("p", { class: "whose" }, say("leftOut", { n: count(data.findings.length), m: count(totals.left_out) })) : null,
    element("h2", {}, say("faults")),
    element("div", { class: "cards few" }, ...Object.keys(GRAVITY).map(severity => card(count(sum(faults.filter(rule => rule.severity === severity))), choose(data.severities[severity]), severity,
      () => showFindings({ kind: ["fault"], severity: [severity] })))),
    element("h2", {}, say("doubts")), element("p", { class: "soft" }, say("doubtsHint")),
    element("div", { class: "cards few" }, card(count(sum(doubts)), say("doubt"), "doubt", () => showFindings({ kind: ["doubt"] }))),
    element("h2", {}, say("byRule")), rulesTable()));
}

/** Findings of rules, also those that the page has no room for. */
const sum = rules => rules.reduce((number, rule) => number + rule.findings, 0);

function rulesTable() {
  const rules = [...data.totals.rules].sort((one, other) => isDoubt(one) - isDoubt(other) || GRAVITY[one.severity] - GRAVITY[other.severity] || other.findings - one.findings);
  return element("div", { class: "scroll" }, element("table", { class: "data" },
    element("thead", {}, element("tr", {}, element("th", {}, say("severity")), element("th", {}, say("rule")), element("th", { class: "number" }, say("count")), element("th", { class: "number" }, say("unit")))),
    element("tbody", {}, ...rules.map(rule => element("tr", {}, element("td", {}, badge(rule)),
      element("td", {}, element("button", { class: "plain", click: () => showFindings({ rule: [rule.rule] }) }, `${rule.rule} ${choose(data.rules[rule.rule].title)}`)),
      element("td", { class: "number" }, count(rule.findings)), element("td", { class: "number" }, count(rule.units)))))));
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const writing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !writing) {
    event.preventDefault();
    if (view !== "findings") go("findings");
    document.getElementById("search").focus();
  } else if (view === "findings" && (!writing || event.target.id === "search")) {
    const detail = document.getElementById("detail");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && !event.target.matches("button, summary")) {
      select(current ? shown.indexOf(current) : 0, true);
      detail.focus();
    } else if (event.key === "Escape") closeDetail();
    else return;
    event.preventDefault();
  } else if (event.key === "Escape" && writing && view === "findings") closeDetail();
});
addEventListener("beforeprint", () => {
  if (view === "findings") drawPaper();
  if (view === "coverage") coverageLines.paintAll();
});
addEventListener("afterprint", draw);

view = location.hash.slice(1) in VIEWS ? location.hash.slice(1) : "summary";
draw();

"use strict";

/** One finding in full. */
function drawDetail(frame, finding) {
  if (!finding) {
    frame.classList.remove("open");
    frame.replaceChildren(element("p", { class: "empty" }, say("choose")));
    return;
  }
  const rule = data.rules[finding.rule];
  const report = finding.report === null ? null : data.reports[finding.report];
  frame.replaceChildren(...[
    element("div", { class: "steps" },
      element("button", { class: "back", click: closeDetail }, say("back")),
      element("button", { click: () => step(-1) }, say("previous")), element("button", { click: () => step(1) }, say("next"))),
    element("h2", {}, badge(finding), ` ${finding.rule} ${choose(rule.title)}`),
    isDoubt(finding) ? element("p", { class: "whose" }, say("isDoubt")) : null,
    facts(finding, report),
    element("p", { class: "sentence" }, choose(finding.message)),
    ...(report ? drawEquation(finding, report) : []),
    finding.suggestion ? element("p", { class: "suggestion" }, element("b", {}, `${say("suggestion")}：`), choose(finding.suggestion.reason)) : null,
    ...quoteOf(finding),
    ...tablesOf(finding, report),
    ...placesOf(finding, report),
    element("details", {}, element("summary", {}, say("help")), element("div", { class: "help" }, ...helpOf(rule))),
    verdictBox(finding),
  ].filter(Boolean));
}

function facts(finding, report) {
  const lines = [
    ["unit", [finding.unit, finding.division && `(${finding.division})`].filter(Boolean).join(" ") || say("none")],
    ["year", finding.year ?? say("none")],
    ["file", finding.path && report?.copies ? finding.path + inBrackets(say("sameBytes", { files: report.copies.join(language === "en" ? ", " : "、") })) : finding.path],
    ["titleOf", report?.title],
    ["published", report?.published],
    ["edition", report && data.forms[report.edition] ? report.edition : null],
  ];
  return element("dl", {}, ...lines.filter(([, value]) => value !== null && value !== undefined).flatMap(([key, value]) => [element("dt", {}, say(key)), element("dd", {}, value)]));
}

function drawEquation(finding, report) {
  const equation = finding.left ? equationOf(finding, report) : equationOverYears(finding, report);
  return equation ? [element("h3", {}, say("equation")), equation] : [];
}

function quoteOf(finding) {
  if (!finding.quote) return [];
  const { section, heading, before, text, after } = finding.quote;
  return [element("h3", {}, `${say("quote")} · ${heading || say("section", { n: section })}`), element("blockquote", {}, before, element("mark", {}, text), after)];
}

/** Where to look: the cells with their names, numbers and places, the one to mend first, then the total; without cells the places alone. */
function placeLines(finding, report, most) {
  const totals = totalsOf(finding);
  const rank = code => finding.suggestion?.indicator === code ? 0 : totals.includes(code) ? 1 : 2;
  const codes = report ? finding.indicators.map(index => data.codes[index]).filter(code => report.places[code]).sort((one, other) => rank(one) - rank(other)) : [];
  // Of a long sum the zeros are no place to look at.
  const worth = finding.left > 6 ? codes.filter(code => contentOf(report, code).number !== 0) : codes;
  const lines = worth.length ? worth.slice(0, most).map(code => [cellName(code), contentOf(report, code).said, placeInWords(report.places[code])]) : finding.at.slice(0, most).map(place => ["", "", placeInWords(place)]);
  return { lines, rest: (worth.length || finding.places) - lines.length };
}

function placesOf(finding, report) {
  if (!finding.at.length) return [];
  const { lines, rest } = placeLines(finding, report, 24);
  const named = lines[0][0] !== "";
  return [element("h3", {}, `${say("places")} · ${finding.path}`), element("div", { class: "scroll" }, element("table", { class: "data places" }, element("tbody", {},
    ...lines.map(([name, value, place]) => element("tr", {}, ...(named ? [element("td", {}, name), element("td", { class: "number" }, value)] : []), element("td", {}, place))),
    rest > 0 ? element("tr", {}, element("td", { class: "soft", colspan: 3 }, say("morePlaces", { n: rest }))) : null)))];
}

/** What is a side of the equation by itself. */
function totalsOf(finding) {
  if (!finding.left) return [];
  const codes = finding.indicators.map(index => data.codes[index]);
  return [...(codes.length - finding.left === 1 ? [codes.at(-1)] : []), ...(finding.left === 1 ? [codes[0]] : [])];
}

/** The tables with the finding's cells first, the others folded. */
function tablesOf(finding, report) {
  if (!report || !data.forms[report.edition]) return [];
  const codes = finding.indicators.map(index => data.codes[index]);
  const marks = new Map(codes.map(code => [code, "part"]));
  for (const code of totalsOf(finding)) marks.set(code, "total");
  const concerned = new Set(codes.map(code => cells.get(code)?.grid.section));
  if (finding.suggestion) concerned.add(cells.get(finding.suggestion.indicator)?.grid.section);
  const draw = section => [element("h3", {}, say(`table${section}`)), formTable(report, section, marks, finding.suggestion)];
  const rest = [2, 3, 4].filter(section => !concerned.has(section));
  const folded = element("details", { toggle: () => { if (folded.open && folded.children.length === 1) folded.append(...rest.flatMap(draw)); } }, element("summary", {}, say("otherTables")));
  return [
    ...[2, 3, 4].filter(section => concerned.has(section)).flatMap(draw),
    concerned.size ? element("div", { class: "key soft" }, element("span", {}, element("i", { class: "part" }, "3"), ` ${say("keyPart")}`),
      finding.left ? element("span", {}, element("i", { class: "total" }, "3"), ` ${say("keyTotal")}`) : null,
      finding.suggestion ? element("span", {}, say("keyChange")) : null, element("span", {}, say("keyOdd"))) : null,
    rest.length ? folded : null,
  ].filter(Boolean);
}

const helpOf = rule => rule.help.split("\n").map(line => line.startsWith("## ") ? element("b", {}, `${line.slice(3)}\n`) : `${line}\n`);

function verdictBox(finding) {
  const box = element("section", { class: "verdict", id: "verdict" });
  const verdict = verdictOf(finding);
  if (verdict) {
    box.append(element("span", { class: "badge done" }, say(stateOf(finding))), " ", say("by", verdict), verdict.until ? say("untilDay", { day: verdict.until }) : "", " ",
      element("button", { id: "withdraw", click: () => { withdrawVerdict(finding); afterVerdict(finding); } }, say("withdraw")));
    return box;
  }
  const begin = kind => box.querySelector("form") ? box.querySelector("form").replaceWith(verdictForm(finding, kind)) : box.append(verdictForm(finding, kind));
  box.append(element("div", { class: "buttons" },
    element("button", { id: "accept", click: () => begin("accepted") }, say("accept")),
    element("button", { id: "dismiss", click: () => begin("dismissed") }, say("dismiss"))));
  return box;
}

function verdictForm(finding, kind) {
  const reason = element("input", { id: "reason", required: true, maxlength: 300, value: say(kind === "accepted" ? "acceptReason" : "dismissReason") });
  const who = element("input", { id: "who", required: true, maxlength: 60, value: lastWho });
  const until = element("input", { id: "until", type: "date" });
  const told = element("span", { role: "alert" });
  const save = event => {
    event.preventDefault();
    if (!reason.value.trim() || !who.value.trim()) {
      told.textContent = say("needed");
      return;
    }
    setVerdict(finding, { kind, reason: reason.value.trim(), who: who.value.trim(), until: until.value || null });
    afterVerdict(finding);
  };
  return element("form", { submit: save, novalidate: true },
    element("label", { for: "reason" }, say("reason")), reason, element("label", { for: "who" }, say("who")), who, element("label", { for: "until" }, say("until")), until,
    element("div", { class: "buttons" }, element("button", { class: "main", id: "save" }, say("save")),
      element("button", { type: "button", click: () => drawDetail(document.getElementById("detail"), finding) }, say("cancel")), told));
}

function afterVerdict(finding) {
  drawHeader();
  drawFacets();
  list.paint();
  drawDetail(document.getElementById("detail"), finding);
}

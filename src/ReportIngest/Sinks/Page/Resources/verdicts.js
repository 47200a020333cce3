"use strict";

/** What people say of findings in this browser, by fingerprint; kept where the browser allows it, and downloaded as a suppression file. */
const STORE = "reportingest.verdicts";
const verdicts = new Map(Object.entries(readStore().verdicts || {}));
let lastWho = readStore().who || "";

function readStore() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) || {};
  } catch {
    return {}; // no storage for files in this browser: verdicts live as long as the page
  }
}

function keepVerdicts() {
  try {
    localStorage.setItem(STORE, JSON.stringify({ verdicts: Object.fromEntries(verdicts), who: lastWho }));
  } catch { /* as above */ }
}

/** open, accepted, dismissed, or suppressed (by the file that the run was given). */
function stateOf(finding) {
  const verdict = verdicts.get(finding.fingerprint);
  if (verdict) return verdict.withdrawn ? "open" : verdict.kind;
  return finding.suppressed ? "suppressed" : "open";
}

function verdictOf(finding) {
  const verdict = verdicts.get(finding.fingerprint);
  return verdict && !verdict.withdrawn ? verdict : verdict ? null : finding.suppressed;
}

function setVerdict(finding, verdict) {
  lastWho = verdict.who;
  verdicts.set(finding.fingerprint, verdict);
  keepVerdicts();
}

function withdrawVerdict(finding) {
  // One that the run was given has to be remembered as withdrawn; another is as if it had never been.
  if (finding.suppressed) verdicts.set(finding.fingerprint, { withdrawn: true });
  else verdicts.delete(finding.fingerprint);
  keepVerdicts();
}

const decided = () => data.findings.filter(finding => stateOf(finding) !== "open");

/** A JSON object a line, as --suppress reads it. */
function suppressionFile() {
  return decided().map(finding => {
    const verdict = verdictOf(finding);
    const entry = { rule: finding.rule, reason: verdict.reason, who: verdict.who, fingerprint: finding.fingerprint };
    if (finding.unit) entry.unit = finding.unit;
    if (finding.year) entry.year = finding.year;
    if (verdict.until) entry.until = verdict.until;
    return JSON.stringify(entry) + "\n";
  }).join("");
}

function downloadVerdicts() {
  const link = element("a", { href: URL.createObjectURL(new Blob([suppressionFile()], { type: "application/jsonl" })), download: "suppressions.jsonl" });
  document.body.append(link);
  link.click();
  link.remove();
}

"use strict";

/** What the page says, Chinese and English. */
const WORDS = {
  title: ["政府信息公开年度报告核查结果", "Disclosure reports: findings"],
  summary: ["概况", "Summary"], coverage: ["公开情况", "Coverage"], findings: ["问题", "Findings"], charts: ["图表", "Charts"],
  reports: ["份报告", "reports"], units: ["个单位", "units"], years: ["年度", "years"], cells: ["个指标读到", "cells found"], ofCells: ["应有 {n} 个", "of {n}"],
  holds: ["条等式成立", "sums hold"], fails: ["条等式不成立", "sums fail"], cannotTell: ["条无法判断", "cannot be told"],
  faults: ["报告的问题", "Findings about the reports"], doubts: ["本程序的疑问", "Doubts about our own reading"],
  doubtsHint: ["识别没有把握的地方：请先看原文，不能据此说报告有错。", "Where we are not sure to have read right: look at the source first; this is no fault of the report."],
  isDoubt: ["这是本程序识别上的疑问，不是说报告有错。请对照原文。", "This is a doubt about our own reading, not a fault of the report. Look at the source."],
  byRule: ["按规则", "By rule"], rule: ["规则", "Rule"], severity: ["级别", "Severity"], count: ["数量", "Count"], unit: ["单位", "Unit"], year: ["年度", "Year"],
  kind: ["性质", "Kind"], fault: ["报告的问题", "About the report"], doubt: ["本程序的疑问", "Our own doubt"],
  verdict: ["处理", "Verdict"], open: ["未处理", "open"], accepted: ["已接受", "accepted"], dismissed: ["误报", "false alarm"], suppressed: ["此前已核销", "suppressed before"],
  baseline: ["与上次相比", "Since the baseline"], new: ["新增", "new"], unchanged: ["未变", "unchanged"],
  search: ["查找单位、规则、文字（按 / 键）", "Search unit, rule, text (press /)"], shown: ["{n} 条", "{n} findings"], ofAll: ["共 {n} 条", "of {n}"],
  clear: ["清除筛选", "Clear filters"], more: ["全部 {n} 个…", "All {n}…"], fewer: ["收起", "Fewer"], filters: ["筛选", "Filters"], filterUnits: ["按名称找单位", "Find a unit"],
  nothing: ["没有符合条件的结果。", "Nothing fits."], choose: ["选一条结果查看（↑ ↓ 移动，Enter 打开，Esc 返回）。", "Choose a finding (↑ ↓ move, Enter opens, Esc goes back)."],
  none: ["不详", "unknown"], previous: ["↑ 上一条", "↑ Previous"], next: ["↓ 下一条", "↓ Next"], back: ["← 返回", "← Back"],
  file: ["文件", "File"], published: ["公布日期", "Published"], edition: ["表格版本", "Edition"], titleOf: ["标题", "Title"],
  equation: ["算式", "Equation"], over: ["多 {n}", "{n} over"], short: ["少 {n}", "{n} short"], differ: ["相差 {n}", "differ by {n}"],
  lastYear: ["上年", "Last year's"], carriedOutBefore: ["上年结转下年度继续办理", "Last year's carried out"],
  zeros: ["其余 {n} 项为 0", "the other {n} are 0"], suggestion: ["建议", "Suggestion"], quote: ["原文", "The text says"], section: ["第 {n} 部分", "Section {n}"],
  at: ["位置", "At"], places: ["在原文件中的位置", "Place in the source"], place: ["文中第 {t} 张表第 {r} 行第 {c} 列", "table {t}, row {r}, column {c}"], page: ["第 {p} 页，", "page {p}, "],
  morePlaces: ["另有 {n} 处", "and {n} more"], table2: ["表二 主动公开", "Table two: proactive disclosure"], table3: ["表三 依申请公开", "Table three: requests"], table4: ["表四 复议诉讼", "Table four: reviews and suits"],
  otherTables: ["报告的其他表格", "The report's other tables"], keyPart: ["有关的格", "cell concerned"], keyTotal: ["算式的合计", "the sum's total"], keyChange: ["3 → 4 建议改为 4", "3 → 4: 4 is suggested"], keyOdd: ["斜体：空白、符号、未找到（?）", "italic: blank, sign, not found (?)"],
  help: ["规则说明", "About this rule"], blankCell: ["空白", "blank"], missing: ["未找到", "not found"], placeholder: ["符号“{n}”", "sign “{n}”"], unreadable: ["不是数字：“{n}”", "no number: “{n}”"],
  accept: ["接受（情况属实，不再追究）", "Accept (true, not pursued)"], dismiss: ["误报", "False alarm"], reason: ["理由", "Reason"], who: ["处理人", "Who"], until: ["有效期至（可空）", "Until (may be empty)"],
  save: ["保存", "Save"], cancel: ["取消", "Cancel"], withdraw: ["撤销", "Withdraw"], needed: ["请写明理由和处理人。", "Give a reason and who you are."],
  acceptReason: ["情况属实，不再追究", "true, not pursued"], dismissReason: ["误报", "false alarm"], download: ["下载核销文件（{n}）", "Download verdicts ({n})"],
  downloadHint: ["供 ingest --suppress 使用，含此前已核销的各条", "For ingest --suppress; contains those suppressed before"],
  by: ["{who}：{reason}", "{who}: {reason}"], untilDay: ["（至 {day}）", " (until {day})"],
  leftOut: ["结果太多，本页只列出较重的 {n} 条；其余 {m} 条在 findings.jsonl。下面的数量包括全部结果。", "Too many for one page: it lists the {n} gravest; the other {m} are in findings.jsonl. The counts below are of all."],
  noRoster: ["没有给出名录（--roster）：只列出有报告的单位，看不出谁没有公布。", "No roster was given (--roster): only units with a report are listed; who has not published cannot be told."],
  unitFilter: ["单位名称或代码", "Unit's name or code"], shownUnits: ["{n} 个单位", "{n} units"], seeFindings: ["点格子看理由、文件和问题", "A cell shows its reason, files and findings"], cellFindings: ["查看 {n} 条结果", "See its {n} findings"],
  fileFindings: ["查看文件 {file} 的结果", "See what was found about {file}"], noFindings: ["没有结果。", "No findings."], sameBytes: ["内容相同：{files}", "the same bytes: {files}"],
  noted: ["* 有的格本程序未能定位", "* cells that we did not locate"], doubtsShort: ["疑问", "Doubts"],
  at_hand: ["有报告", "at hand"], noReport: ["—", "—"], allUnits: ["全部单位合计", "All units together"], requests: ["申请件数", "Requests"],
  asked: ["本年新收", "Received"], granted: ["予以公开", "Granted"], partial: ["部分公开", "Partly granted"], answered: ["办结", "Answered"], carriedOut: ["结转下年", "Carried over"],
  counted: ["计入的报告", "Reports counted"], chartNote: ["只加有数字的报告，各年份数不同，合计不能直接比较；空白和未找到的不作 0。同一单位同一年度有几份的，取文件名在前的一份。", "Only reports with a number are added, and their count differs from year to year; a blank is no 0. Of several documents for a unit and year the first by path counts."],
  chartAggregates: ["写明是汇总口径的 {n} 份不计入合计。", "{n} that say to be aggregates are left out of the sum."],
  noNumbers: ["没有可画的数字。", "There are no numbers to draw."],
};

let language = data.language;

const choose = pair => pair[language === "en" ? 1 : 0];
const say = (key, values = {}) => choose(WORDS[key]).replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
const inBrackets = text => language === "en" ? ` (${text})` : `（${text}）`;
const count = number => number.toLocaleString("en-US");

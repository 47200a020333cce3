#!/usr/bin/env bash
# fuzz.sh SECONDS [TARGET...]: feeds damaged inputs to each target for so long and says what came of them; exit code 1 when something came that is not allowed.
# fuzz.sh afl SECONDS TARGET: the same, guided by coverage; needs afl-fuzz and the tool sharpfuzz (dotnet tool install --global SharpFuzz.CommandLine).
set -uo pipefail
cd "$(dirname "$0")/../.."
program=artifacts/fuzz
dotnet build tests/ReportIngest.Fuzz -c Release -v q || exit 2
rm -rf "$program" && cp -r artifacts/bin/ReportIngest.Fuzz/release "$program"

if [ "${1:-}" = afl ]; then
  seconds=$2 target=$3
  "$program/ReportIngest.Fuzz" seeds "$program/seeds"
  # The program's own library is compiled beforehand for use; what is instrumented may not be.
  cp artifacts/obj/ReportIngest.Cli/release/reportingest.dll "$program/"
  for library in ReportIngest.Core reportingest; do sharpfuzz "$program/$library.dll" || exit 2; done
  AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 \
    afl-fuzz -V "$seconds" -i "$program/seeds/$target" -o "$program/found" -t 10000 -m none -- "$program/ReportIngest.Fuzz" fuzz "$target"
  exit
fi

seconds=${1:?seconds} code=0
shift
for target in ${@:-html docx pdf markdown text any matcher wire worker records roster settings}; do
  "$program/ReportIngest.Fuzz" mutate "$target" "${seconds}s" 2>/dev/null || code=1
done
exit $code

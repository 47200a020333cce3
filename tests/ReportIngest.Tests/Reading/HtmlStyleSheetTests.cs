using ReportIngest.Documents;
using static ReportIngest.Tests.Reading.HtmlText;

namespace ReportIngest.Tests.Reading;

public sealed class HtmlStyleSheetTests
{
    [Theory]
    [InlineData("@media (min-width:700px){.a{display:none}}")]
    [InlineData("td:not(.w) .a{display:none}")]
    [InlineData(".a{display:none} td:first-child + td .a{display:inline}")]
    [InlineData(".a{visibility:hidden}")]
    [InlineData(".a{font-size:0}")]
    [InlineData(".a{text-decoration:line-through}")]
    [InlineData(".a{vertical-align:super;font-size:58%}")]
    [InlineData(".a{color:#fff}")]
    [InlineData("td > .b, td span.a:first-child { display : none }")]
    [InlineData("/* a } */ @import url(b.css); @media screen { table tbody tr td .a { DISPLAY: NONE !important } }")]
    [InlineData("<!-- .b{color:red} .a{color:transparent} -->")]
    [InlineData("#n{opacity:0}")]
    [InlineData("td.v{color:white}")]
    [InlineData("tr{opacity:0}")]
    [InlineData("b{vertical-align:4px}")]
    [InlineData("td{font:0/0 a}")]
    [InlineData(".no ~ table tbody > tr > td.v .a{display:none}")]
    [InlineData("td{font-size:8.5pt} .a{font-size:6.5pt}")]
    [InlineData("td{ .a{display:none} }")]
    [InlineData("td{ color:red; & .a{display:none} }")]
    [InlineData(".a{position:absolute;clip-path:inset(50%)}")]
    [InlineData(".a{transform:scale(0)}")]
    [InlineData(".a{content-visibility:hidden}")]
    [InlineData(".a{color:rgba(0, 0, 0, 0)}")]
    [InlineData(".a{-webkit-text-fill-color:transparent}")]
    [InlineData("@container (min-width:100px){.a{display:none}}")]
    [InlineData("@scope (td){.a{display:none}}")]
    [InlineData("td{color:#000} .a{color:hsl(0,0%,100%)}")]
    [InlineData(".a{color:rgb(0 0 0 / 0%)}")]
    [InlineData(".a{color:hwb(0 99% 1%)}")]
    [InlineData(".a{color:snow}")]
    [InlineData(":root{--paper:#fff} .a{color:var(--paper)}")]
    [InlineData(".a{visibility:h\\69 dden}")]
    [InlineData(".\\61{visibility:hidden}")]
    [InlineData(".a{zoom:0}")]
    [InlineData(".a{line-height:0}")]
    [InlineData(".a{transform:scale(0,1)}")]
    [InlineData(".a{transform:translateX(-9999px)}")]
    [InlineData(".a{display:inline-block;max-width:0;overflow:hidden}")]
    [InlineData(".a{direction:rtl;unicode-bidi:bidi-override}")]
    [InlineData(".a::before{content:\"1\"}")]
    [InlineData(".a:after{content:attr(id) counter(n)}")]
    [InlineData(".a{display:var(--d)}")]
    [InlineData(".a{position:absolute!important;clip:rect(1px,1px,1px,1px)}")]
    [InlineData(".a{position:absolute;left:200vw}")]
    [InlineData(".a{transform:translateX(-100vw)}")]
    [InlineData("input[accept=\"image/*\"]{color:red} .a{display:none}")]
    [InlineData(".n{background:url(//img/*/n.png)} .a{display:none}")]
    public void Digits_that_the_page_s_own_style_sheet_may_hide_strike_or_raise_make_the_cell_doubtful(string sheet) =>
        Assert.Equal("53" + Cell.Unclear, TextUnder($"<style>{sheet}</style>"));

    [Theory]
    [InlineData("<span class='num d-none'>000053</span>53")]
    [InlineData("53<b class=sr-only>53</b>")]
    [InlineData("<b class='k\nhide'>9</b>53")]
    [InlineData("<span class=k>53</span><span class=v>53</span>")]
    [InlineData("<span class=k>53</span>53")]
    public void Digits_that_a_linked_sheet_may_hide_by_the_name_of_their_element_make_the_cell_doubtful(string cell) =>
        Assert.EndsWith(Cell.Unclear, Assert.Single(Read($"<link rel=stylesheet href=site.css><table><tr><td>规章</td><td>{cell}</td></tr></table>").Tables).Cells[1].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<span class=k>53</span>")]
    [InlineData("<span class=k>5</span><b><span class=k>3</span></b>")]
    [InlineData("<span lang=EN-US>5</span><span>3</span>")]
    public void Digits_under_one_name_are_a_number_also_where_the_page_has_a_linked_sheet(string cell) =>
        Assert.Equal("53", Assert.Single(Read($"<link rel=stylesheet href=site.css><table><tr><td>规章</td><td>{cell}</td></tr></table>").Tables).Cells[1].Text);

    [Theory]
    [InlineData("<style>.a{color:red;display:inline}</style>")]
    [InlineData("<style>.b .a{display:none}</style>")]
    [InlineData("<style>.a::before{content:'\\201C' attr(class)}</style>")]
    [InlineData("<style>.a{display:none} td .a{display:inline}</style>")]
    [InlineData("<style>td .a{display:inline!important} #n{display:none}</style>")]
    [InlineData("<style>td{color:#fff} td.v{color:var(--ink,#333)}</style>")]
    [InlineData("<style>.a:hover{display:none} .a::before{display:none}</style>")]
    [InlineData("<style>@media print{.a{display:none}} .b{color:red}</style>")]
    [InlineData("<style>@media (max-width:600px){ .b{color:red} .a{display:none} }</style>")]
    [InlineData("<style media=print>.a{display:none}</style>")]
    [InlineData("<style>@font-face{font-size:0} @keyframes k{from{opacity:0}to{opacity:1}}</style>")]
    [InlineData("<style>.a{color:#fff} .v{background:navy}</style>")]
    [InlineData("<style>td{font-size:0;color:red} td span{font-size:12px} td b{font-size:12px}</style>")]
    [InlineData("<style>tr{font-size:0} td{font:12px/1.5 SimSun}</style>")]
    [InlineData("<style>.foot .box table tr td{color:#fff} .old table tr td .a{display:none}</style>")]
    [InlineData("<style>@media (width<=600px){.a{display:none}} @media (orientation:portrait){.a{display:none}} @media (prefers-color-scheme:dark){td{color:#fff}} @supports not (display:grid){.a{display:none}}</style>")]
    [InlineData("<style>.v{color:#fff;background-image:linear-gradient(navy,blue)}</style>")]
    [InlineData("<style>.a{display:none\\9}</style>")]
    [InlineData("<style>.a{display:none !ie}</style>")]
    [InlineData("<style>.a{display:none-such}</style>")]
    [InlineData("<style>.v span,.v b{vertical-align:-1px}</style>")]
    [InlineData("<style>.a[}{{{}</style><style>{}</style><style>.a{display</style>")]
    [InlineData("<style>td{color:red} /* .a{display:none}</style>")]
    public void What_holds_elsewhere_or_at_other_times_says_nothing_against_the_digits(string head) =>
        Assert.Equal("53", TextUnder(head));

    [Theory]
    [InlineData(".a{display:none}")]
    [InlineData("@media screen{.a{display:none}} td:hover .a{display:block}")]
    [InlineData("@media all, print{.a{display:none}}")]
    [InlineData(".x{display:block} .a{display:none!important} #n{display:inline}")]
    [InlineData(".v{color:red} [class='x a']{display:none}")]
    [InlineData("/* b */ @charset 'utf-8'; <!-- @font-face{font-family:\"宋体\";src:url(\"a.woff?b\"),url(c.woff)} .x:before{content:'\\201C'} .a{display:none} -->")]
    [InlineData("@media print{.a{display:inline}} @media screen and (max-width: 767px){.a{display:inline}} @keyframes k{from{top:0}to{top:1px}} .a{display:none}")]
    [InlineData("</style><link rel=stylesheet href=b.css><style>td .a{display:none ! important}")]
    [InlineData(".a{display:none;display:foo}")]
    public void Digits_that_the_page_s_own_style_sheet_hides_beyond_doubt_are_left_out_beside_others(string sheet) =>
        Assert.Equal("3", TextUnder($"<style>{sheet}</style>"));

    [Theory]
    [InlineData("<style>@media not screen{.a{display:none}}</style>")]
    [InlineData("<style>@media not all{.a{display:none}}</style>")]
    [InlineData("<style>@media handheld, speech{.a{display:none}}</style>")]
    [InlineData("<style>@media \\0screen{.a{display:none}}</style>")]
    [InlineData("<style media='only x'>.a{display:none}</style>")]
    [InlineData("<style media=none>.a{display:none}</style>")]
    [InlineData("<style media='not all'>.a{display:none}</style>")]
    [InlineData("<style title=other>.a{display:none}</style>")]
    [InlineData("<noscript><style>.a{display:none}</style></noscript>")]
    [InlineData("<style type=text/less>.a{display:none}</style>")]
    [InlineData("<style>.a, input::-ms-clear{display:none}</style>")]
    [InlineData("<style>.a, 1x{display:none}</style>")]
    [InlineData("<style>.a,{display:none}</style>")]
    [InlineData("<style>.x{color:red}} .a{display:none}</style>")]
    [InlineData("<style>foo; .a{display:none}</style>")]
    [InlineData("<style>.a{display:none} .x{color:red}} .a{display:inline}</style>")]
    [InlineData("<style>.a{display:none} .x{color:red /* .a{display:inline}</style>")]
    [InlineData("<style>.a{content:\"x;display:none;y\"}</style>")]
    [InlineData("<style>.a{background:url(data:x;display:none;y)}</style>")]
    [InlineData("<style>.a{display:none} .x{background:url(a} .a{display:inline}</style>")]
    [InlineData("<style>.a{display:none} .x{content:\"} .a{display:inline} \"}</style>")]
    [InlineData("<style>.a{display:none} .x{content:'/*'} .a{display:inline} .x{content:'*/'}</style>")]
    [InlineData("<style>.a{display:none} span.a{all:revert}</style>")]
    [InlineData("<style>.a{display:none} @media (max-width:9999px){.a{display:inline}}</style>")]
    [InlineData("<style>.a{display:none}</style><style media='(max-width:9999px)'>.a{display:inline}</style>")]
    [InlineData("<style>.a{display:none} @import url(b.css);</style>")]
    [InlineData("<link rel='Stylesheet' href=b.css><style>.a{display:none}</style>")]
    [InlineData("<style>:root{--d:none} table{--d:inline} .a{display:var(--d)}</style>")]
    [InlineData("<style>:root{--d:none} .a{display:var(--d)}</style>")]
    [InlineData("<style>:root{--i:#333} table{--i:#fff} td{color:#fff} td.v{color:var(--i)}</style>")]
    [InlineData("<style>.a{display:none} .a:is(span,b){display:inline}</style>")]
    [InlineData("<style>.a{display:none} td{ .a{display:inline;&:hover{}} }</style>")]
    [InlineData("<style>.a{display:none; &:hover{color:red}}</style>")]
    [InlineData("<style>.a{mso-hide:all}</style>")]
    public void What_a_browser_may_read_otherwise_hides_no_digit_without_doubt(string head) =>
        Assert.Equal("53" + Cell.Unclear, TextUnder(head));

    [Fact]
    public void A_sheet_with_more_rules_than_are_read_hides_no_digit_without_doubt() =>
        Assert.Equal("53" + Cell.Unclear, TextUnder($"<style>.a{{display:none}} {string.Concat(Enumerable.Repeat(".x{display:none} ", 5000))} .a{{display:inline}}</style>"));

    [Theory]
    [InlineData("a{")]
    [InlineData("@media screen{")]
    [InlineData("@media a,")]
    [InlineData("\"\\a")]
    [InlineData(".a.b ")]
    [InlineData("/*")]
    [InlineData("@media screen,print, ")]
    public void A_sheet_of_one_thing_over_and_over_is_read_in_little_time(string part) =>
        Assert.Equal("53" + Cell.Unclear, TextUnder($"<style>.a{{display:none}} {string.Concat(Enumerable.Repeat(part, 200_000))}</style>"));

    [Fact]
    public void Names_that_stand_for_others_many_times_over_are_read_in_little_time()
    {
        string Of(char name, char other) => $"--{name}:{string.Concat(Enumerable.Repeat($"var(--{other}) ", 300))};";
        Assert.Equal("53", TextUnder($"<style>:root{{{Of('a', 'b')}{Of('b', 'c')}{Of('c', 'd')}{Of('d', 'e')}}} .a{{color:var(--a)}}</style>"));
    }

    [Theory]
    [InlineData("[hidden]{display:inline}", "<i hidden>5</i>")]
    [InlineData("b{display:inline!important}", "<b style='display:none'>5</b>")]
    [InlineData("", "<b style='display:inline!important;display:none'>5</b>", "53")]
    [InlineData("", "<b style='display:none!important;display:inline'>5</b>", "3")]
    [InlineData("b{display:inline}", "<b style='display:none'>5</b>", "3")]
    [InlineData("", "<b style='background:url(data:image/*;base64,AA);display:none'>5</b>", "3")]
    [InlineData("", "<b style='float:right'>5</b>", "53" + Cell.Unclear)]
    [InlineData(".r{display:flex;flex-direction:row-reverse}", "<span class=r><b>5</b><i>4</i></span>", "543" + Cell.Unclear)]
    [InlineData("b{float:right}", "<b>5</b> 件，", "5 件，3")]
    public void What_moves_digits_or_shows_hidden_ones_makes_the_cell_doubtful(string sheet, string digits, string text = "3" + Cell.Unclear) =>
        Assert.Equal(text, Read($"<style>{sheet}</style><table><tr><td>甲<td>{digits}3<tr><td>乙<td>规<tr><td>丙<td>章</table>").Tables[0].Cells[1].Text);

    [Fact]
    public void Where_a_cell_has_nothing_but_what_the_sheet_hides_a_script_may_bring_it_out() =>
        Assert.Equal(Cell.Unclear, TextUnder("<style>.a,.v b{display:none}</style>"));

    [Theory]
    [InlineData("5")]
    [InlineData("7")]
    public void Of_a_table_that_is_there_twice_the_copy_that_the_sheet_hides_is_left_out(string hidden)
    {
        string Table(string number) => $"<table><tr><td>规章<td>{number}<tr><td>行政许可<td>1</table>";
        var read = Read($"<style>.phone{{display:none}}</style><div class=phone>{Table(hidden)}</div><div>{Table("5")}</div>").Tables;
        Assert.Equal("5", Assert.Single(read).Cells[1].Text);
    }

    [Fact]
    public void A_hidden_table_that_is_shown_nowhere_else_is_read() =>
        Assert.Single(Read("<style>.tab{display:none}</style><div class=tab><table><tr><td>规章<td>5<tr><td>行政许可<td>1</table></div>").Tables);

    [Fact]
    public void The_mark_of_a_note_stays_one_where_the_sheet_raises_it_too() =>
        Assert.Equal("3¹", Read("<style>sup{vertical-align:super}</style><table><tr><td>甲<td>3<sup>1</sup><tr><td>乙<td>1</table>").Tables[0].Cells[1].Text);

    private static string TextUnder(string head) =>
        Read($"{head}<table><tr><td>甲<td class=v><span class='x a' id=n>5</span><b>3</b><tr><td>乙<td>规<tr><td>丙<td>章</table>").Tables[0].Cells[1].Text;
}

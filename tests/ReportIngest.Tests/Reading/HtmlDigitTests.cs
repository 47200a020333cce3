using ReportIngest.Documents;
using static ReportIngest.Tests.Reading.HtmlText;

namespace ReportIngest.Tests.Reading;

/// <summary>Digits of a cell of which it is not certain that they are a number together, or stand where they seem to.</summary>
public sealed class HtmlDigitTests
{
    [Theory]
    [InlineData("3<span style='position:relative;top:-6px;font-size:9px'>1</span>")]
    [InlineData("3<span style='font-size:9px'>1</span>")]
    [InlineData("3<span style='font-size:60%'>1</span>")]
    [InlineData("3<span style='vertical-align:text-top'>1</span>")]
    [InlineData("3<span style='vertical-align:40%'>1</span>")]
    [InlineData("3<a href=notes.html>1</a>")]
    [InlineData("<style>.n{font-size:.6em}</style>3<b class=n>1</b>")]
    [InlineData("<style>td{display:flex} .n{order:-1}</style>3<b class=n>1</b>")]
    [InlineData("3<b hidden style='display:inline'>1</b>")]
    [InlineData("<style>.n{display:inline}</style>3<b class=n hidden>1</b>")]
    [InlineData("<div style='position:relative;left:90px'>3</div>")]
    [InlineData("<div style='position:relative;left:2cm'>3</div>")]
    [InlineData("<div style='offset-path:path(&quot;M0 0 L90 0&quot;);offset-distance:100%'>3</div>")]
    [InlineData("<div style='offset:auto ray(45deg)'>3</div>")]
    [InlineData("<div style='position:relative;left:-1in'>3</div>")]
    [InlineData("<div style='position:relative;left:8mm'>3</div>")]
    [InlineData("<div style='position:relative;right:5ch'>3</div>")]
    [InlineData("<div style='position:relative;left:calc(100% + 2px)'>3</div>")]
    [InlineData("<div style='transform:translateX(calc(100% + 2px))'>3</div>")]
    [InlineData("<div style='position:relative;left:50%'>3</div>")]
    [InlineData("<div style='position:relative;left:-50%;transform:translateX(-50%)'>3</div>")]
    [InlineData("<div style='transform:translateX(50%)'>3</div>")]
    [InlineData("<div style='transform:skewX(60deg)'>3</div>")]
    [InlineData("<div style='margin-left:-80px'>3</div>")]
    [InlineData("<div style='position:relative;inset-block-start:80px'>3</div>")]
    [InlineData("<math><msup><mn>3</mn><mn>1</mn></msup></math>")]
    [InlineData("<meter value=3>1</meter>")]
    public void Digits_that_may_be_a_mark_or_stand_elsewhere_make_the_cell_doubtful(string cell) => Assert.EndsWith(Cell.Unclear, Text(cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("<style>.Sk,input[type=Text]{display:none}</style><b class=SK>9</b>3")]
    [InlineData("<style>.Sk,input[type=Text]{display:none}</style><b id=a class=sK>9</b>3")]
    public void Without_a_document_type_names_are_one_in_any_case_also_beside_attributes(string cell) => Assert.Equal("3", Text(cell));

    [Fact]
    public void Rules_that_say_nothing_of_letters_hide_none_that_do() =>
        Assert.Equal("3", Text($"<style>{string.Concat(Enumerable.Range(0, 6000).Select(rule => $".m{rule}{{margin-top:1px}}"))}.sk{{display:none}}</style><b class=sk>9</b>3"));

    [Fact]
    public void Beyond_the_rules_that_are_looked_at_digits_with_a_name_are_doubtful() =>
        Assert.EndsWith(Cell.Unclear, Text($"<style>{string.Concat(Enumerable.Range(0, 6000).Select(rule => $".m{rule}{{display:block}}"))}.sk{{display:none}}</style><b class=sk>9</b>3"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<span style='font-size:.75rem'>3</span>")]
    [InlineData("<span style='order:initial'>3</span>")]
    [InlineData("<span class=collapse>3</span>")]
    [InlineData("<p style='position:relative;top:50%;transform:translateY(-50%)'>3</p>")]
    [InlineData("<p style='position:absolute;left:50%;top:50%;transform:translate(-50%,-50%)'>3</p>")]
    [InlineData("<p style='position:relative;left:2px'>3</p>")]
    [InlineData("<p style='position:relative;left:1mm'>3</p>")]
    [InlineData("<p style='margin-left:80px'>3</p>")]
    [InlineData("<p style='offset:initial'>3</p>")]
    [InlineData("<p style='offset:auto none'>3</p>")]
    [InlineData("<p style='offset:none 0 auto'>3</p>")]
    [InlineData("<p style='offset-path:unset'>3</p>")]
    [InlineData("<p style='transform:matrix(1, 0, 0, 1, 0, 0)'>3</p>")]
    public void What_says_nothing_against_digits_leaves_them(string cell) => Assert.Equal("3", Text(cell));

    [Theory]
    [InlineData("hidden-xs")]
    [InlineData("visible-xs-block")]
    [InlineData("d-md-none")]
    [InlineData("md:hidden")]
    [InlineData("visuallyhidden")]
    [InlineData("layui-hide-md")]
    [InlineData("show-for-sr")]
    [InlineData("displaynone")]
    [InlineData("d-print-block")]
    public void Digits_under_a_name_by_which_frameworks_hide_are_doubtful_also_where_no_sheet_is_linked(string name) =>
        Assert.EndsWith(Cell.Unclear, Text($"<span class='num {name}'>9</span>53"), StringComparison.Ordinal);

    [Theory]
    [InlineData("overflow-hidden")]
    [InlineData("border-none")]
    [InlineData("float-none")]
    [InlineData("backface-hidden")]
    [InlineData("mobile-show-x")]
    public void Names_that_hide_nothing_say_nothing_against_digits(string name) => Assert.Equal("53", Text($"<span class='{name}'>53</span>"));

    [Theory]
    [InlineData("", "3")]
    [InlineData("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "3")]
    [InlineData("<!DOCTYPE html>", "93")]
    public void Classes_are_compared_without_case_where_the_page_has_no_document_type_of_today(string type, string expected) =>
        Assert.Equal(expected, Read($"{type}<style>.Sk{{display:none}}</style><table><tr><td>规章</td><td><b class=sK>9</b>3</td></tr></table>").Tables.Single().Cells[1].Text);

    [Theory]
    [InlineData("<style>tr{display:flex} .k{order:-1}</style>")]
    [InlineData("<style>tr{display:grid} .k{grid-column:2}</style>")]
    [InlineData("<style>tr{display:flex;flex-direction:row-reverse}</style>")]
    [InlineData("<style>td{float:right}</style>")]
    [InlineData("<style>tr{display:grid;grid-template-areas:'a b c'} .k{grid-area:b}</style>")]
    [InlineData("<style>tr{display:grid} .k{grid-column-end:2}</style>")]
    [InlineData("<style>.k{position:relative;left:-4em}</style>")]
    [InlineData("<style>.k{position:absolute;inset:0 0 0 90px}</style>")]
    [InlineData("<style>.k{position:absolute}</style>")]
    [InlineData("<style>td.k{position:fixed}</style>")]
    [InlineData("<style>td[class]{position:absolute}</style>")]
    [InlineData("<style>.k{transform:translate(-100%,0)}</style>")]
    [InlineData("<style>.k{transform:matrix(1,0,0,1,-90,0)}</style>")]
    public void Cells_that_a_style_sheet_shows_in_another_order_are_doubtful_and_so_are_their_neighbours(string sheet) =>
        Assert.All(Read($"{sheet}<table><tr><td>规章</td><td>4</td><td class=k>5</td></tr></table>").Tables.Single().Cells.Skip(1), cell => Assert.EndsWith(Cell.Unclear, cell.Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("", "", "<td style='position:relative;left:20px'>5</td>")]
    [InlineData("", "", "<td><p style='position:relative;left:20px'>5</p></td>")]
    [InlineData("", "", "<td style='position:absolute'>5</td>")]
    [InlineData("<style>td{position:absolute}</style>", "", "<td>5</td>")]
    [InlineData("<style>.menu{position:absolute}</style>", "", "<td style='position:relative;left:20px'>5</td>")]
    [InlineData("<style>td{position:relative;left:20px} td.k{left:90px}</style>", " class=k", "<td>5</td>", Cell.Unclear)]
    [InlineData("", " style='position:relative;left:90px'", "<td style='position:relative;left:20px'>5</td>", Cell.Unclear)]
    [InlineData("<style>tr+tr td{position:relative;left:90px}</style>", "", "<td>5</td>", Cell.Unclear)]
    [InlineData("<style>td{position:relative;left:20px;float:right}</style>", "", "<td>5</td>", Cell.Unclear)]
    [InlineData("", "", "<td style='transform:translateX(100%)'>5</td>", Cell.Unclear)]
    public void What_a_style_pushes_aside_in_every_cell_alike_stands_where_it_seems_to(string sheet, string other, string cell, string end = "5") =>
        Assert.EndsWith(end, Read($"{sheet}<table><tr>{cell}{cell}{cell}</tr><tr>{cell}{cell.Replace("<td", "<td" + other, StringComparison.Ordinal)}{cell}</tr></table>").Tables.Single().Cells[4].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("1&thinsp;234&#8239;567.5", "1\u2009234\u202F567.5")]
    [InlineData("<span>3&thinsp;</span><span>120</span>", "3 120")]
    [InlineData("<span>3</span><span>&thinsp;120</span>", "3 120")]
    [InlineData("1&thinsp;23", "1 23")]
    [InlineData("1234&thinsp;567", "1234 567")]
    public void Thin_blanks_part_groups_of_three_digits_in_one_run_of_text_and_else_values(string cell, string text) => Assert.Equal(text, Text(cell));

    [Fact]
    public void The_number_that_a_list_puts_in_front_of_a_value_is_no_part_of_it() => Assert.Equal("37", Text("<ol start=3><li>37</li></ol>"));

    private static string Text(string cell) => Read($"<table><tr><td>规章</td><td>{cell}</td></tr></table>").Tables.Single().Cells[1].Text;
}

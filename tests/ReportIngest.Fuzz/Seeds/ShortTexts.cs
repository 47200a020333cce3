using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>Short inputs that touch each feature of a text format, with enough of the form in them that the matcher sets to work.</summary>
internal static class ShortTexts
{
    private const string Heads = "申请人情况";

    public static ImmutableArray<byte[]> Html { get; } =
    [
        Utf8("""
            <!doctype html><html><head><meta charset="utf-8"><title>王集乡2024年政府信息公开工作年度报告</title><meta name="PubDate" content="2025-01-20"></head><body>
            <!-- nav --><div style="display:none"><p>藏</p></div><table><tr><td><h1>郏县王集乡人民政府2024年政府信息公开工作年度报告</h1></td></tr><tr><td><div><p>一、总体情况</p>
            <ol start="3" type="i"><li>公开&nbsp;12&#12288;件<ul><li>甲<li>乙</ul></ol><p>二、主动公开</p>
            <table border=1><thead><tr><th colspan=4>第二十条第（一）项</th></tr></thead><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>0<td>0<td>１</tr><tr><td>行政规范性文件<td>2</td><td> </td><td>/</td></tr></table>
            <pre>三、
            收到	申请</pre><img src="t.png" width="600" height="400"><script>document.write("<td>")</script><svg><title>x</title></svg></div></td></tr></table></body></html>
            """),
        Utf8($"""
            <html><body><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table><caption>表四</caption><tbody><tr><td colspan=5>行政复议</td><td colspan="10">行政诉讼</td></tr>
            <tr><td rowspan=2>结果维持<td rowspan=2>结果纠正<td rowspan=2>其他结果<td rowspan=2>尚未审结<td rowspan=2>总计<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉</tr>
            <tr>{Repeated("<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计", 2)}</tr><tr>{Repeated("<td>1<td>0<td> <td>/<td>1", 3)}</tr></tbody></table>
            <p>五、存在的主要问题及改进情况<br>无。</p><h2>六、其他需要报告的事项</h2><p>没有收费。</body>
            """),
        Utf8($"""
            <p>三、收到和处理政府信息公开申请情况</p><table><tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>{Heads}</td></tr>
            <tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计</tr><tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他</tr>
            <tr><td colspan=3>一、本年新收政府信息公开申请数量{Repeated("<td>0", 6)}<td>0</tr><tr><td colspan=3>二、上年结转政府信息公开申请数量{Repeated("<td>0", 7)}</tr>
            <tr><td rowspan=3>三、本年度办理结果<td colspan=2>（一）予以公开{Repeated("<td>0", 7)}</tr><tr><td rowspan=1>（三）不予公开<td>1.属于国家秘密{Repeated("<td>0", 7)}</tr><tr><td colspan=2>（七）总计{Repeated("<td>0", 7)}</tr>
            <tr><td colspan=3>四、结转下年度继续办理{Repeated("<td>0", 7)}</tr></table>
            """),
        Encoding.Latin1.GetBytes("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>\u00b5\u00da\u00c8\u00fd\u00b2\u00bf\u00b7\u00d6</p><table><tr><td>\u00d7\u00dc\u00bc\u00c6<td>1</table>"),
    ];

    public static ImmutableArray<byte[]> Markdown { get; } =
    [
        Utf8("""
            ---
            title: 王集乡
            ---
            # 郏县王集乡人民政府2024年政府信息公开工作年度报告

            ## 一、总体情况

            1. 公开 **12** 件
               - 甲 [链接](http://example.org/x) ![图](t.png)
                 > 引用
            2) `乙`[^1]

            | 第二十条第（一）项 | | | |
            |:---|:-:|--:|---|
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            | 规章 | 0 | 0 | １ |
            | 行政规范性文件 | 2 |  | \| |

            <table><tr><td rowspan="2">总计</td><td>1</td></tr><tr><td>2&nbsp;</td></tr></table>

            ```
            | 代码 |
            ```
            四、行政复议
            ===

            [^1]: 注
            """),
        Utf8("""
            | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
            | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
            | | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
            | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | / | - | 0 | 0 |

            +------+----+
            | 规章 | 0  |
            +======+====+
            | 其他 | 1  |
            +------+----+
            """),
    ];

    public static ImmutableArray<byte[]> Text { get; } =
    [
        Utf8("郏县王集乡人民政府2024年政府信息公开工作年度报告\n\n一、总体情况\n公开12件。\n\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t1\n行政规范性文件\t2\t\t/\n\n六、其他\n"),
        Utf8("""
            ┌──────┬──────────┐
            │ 规章 │ 0        │
            ├──────┼────┬─────┤
            │ 其他 │ １ │ 2   │
            └──────┴────┴─────┘

            信息内容          本年制发件数   本年废止件数   现行有效件数
            规章                   0              0              1
            行政规范性文件         2                             5

            | 总计 | 1 |
            | --- | --- |
            """),
        Utf8("信息内容,本年制发件数,本年废止件数,现行有效件数\r\n规章,0,0,1\r\n\"行政,规范性\n文件\",2,,/\r\n"),
        Utf8("一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n（七）总计\n1\n0\n0\n0\n0\n0\n1\n"),
        [0xff, 0xfe, .. Encoding.Unicode.GetBytes("规章\t0\t1\n总计\t2\t3\n")],
    ];

    public static ImmutableArray<byte[]> Roster { get; } =
    [
        Utf8("code,name,level,parent,aliases,valid_from,valid_to,exempt,due\n410425,郏县,county,4104,,,,否,03-31\n410425200,王集乡,township,410425,王集;王集镇,2019-01-01,,,\n\"410425201\",\"白庙\n乡\",乡镇,410425,,2019,2023-12-31,是,02-29\n"),
    ];

    public static ImmutableArray<byte[]> Settings { get; } =
    [
        Utf8("[limits]\ninput_mb = 64\npages = 0x10\n\n[due]\ntownship = \"02-20\"\n\n[store]\nfolder = 'store'\nformat = \"csv\"\n[refresh]\nlost_share = 0.05\n[fetch]\nprivate = [\"10.1.2.3\", \"10.0.0.0/8\"]\n[[source]]\nname = \"a\"\nlisting = \"https://www.example.gov.cn/\"\nyear = \"20(19|2[0-9])\"\n"),
    ];

    private static string Repeated(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

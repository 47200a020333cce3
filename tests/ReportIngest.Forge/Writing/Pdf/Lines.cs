namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Breaks text into lines of a width, anywhere between two letters, as Chinese text is broken.</summary>
internal static class Lines
{
    /// <param name="indent">Room left free at the start of the first line.</param>
    public static List<string> Break(string text, double size, double width, double indent = 0)
    {
        var lines = new List<string>();
        foreach (var part in text.Split('\n'))
        {
            var start = 0;
            var room = width - indent;
            for (var i = 0; i < part.Length; i++)
            {
                var letter = Fonts.Width(part[i], size);
                // A column narrower than a letter still takes one a line.
                if (letter > room && i > start)
                {
                    lines.Add(part[start..i]);
                    start = i;
                    room = width;
                }

                room -= letter;
            }

            lines.Add(part[start..]);
        }

        return lines;
    }
}

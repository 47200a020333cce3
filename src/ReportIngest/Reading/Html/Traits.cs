namespace ReportIngest.Reading.Html;

/// <summary>What an element's name and attributes say of it, as far as it decides over text.</summary>
[Flags]
internal enum Traits
{
    None = 0,

    /// <summary>Begins and ends a line.</summary>
    Block = 1 << 0,

    /// <summary>Takes no room on the page: neither text nor, for a cell, a place in its row.</summary>
    Gone = 1 << 1,

    /// <summary>Keeps its room but shows no text, or only struck-out text that no longer holds.</summary>
    Invisible = 1 << 2,
    Unseen = Gone | Invisible,

    /// <summary>Its digits are raised: the mark of a note.</summary>
    Raised = 1 << 3,
    Heading = 1 << 4,
    Item = 1 << 5,
    Table = 1 << 6,
    LineBreak = 1 << 7,
    Picture = 1 << 8,

    /// <summary>Line ends in it are line ends.</summary>
    Preformatted = 1 << 9,

    /// <summary>Its text may not be seen: without size, off the page, in the colour of its own ground.</summary>
    Pale = 1 << 10,

    /// <summary>Shows what is no text here: a form's field, what a script writes.</summary>
    Field = 1 << 11,

    /// <summary>Its text is white, and seen only on what is known to be darker.</summary>
    White = 1 << 12,

    /// <summary>The page's own style sheet leaves no doubt that it is not shown.</summary>
    Hidden = 1 << 13,

    /// <summary>The sheet writes digits beside it that are no text.</summary>
    Written = 1 << 14,

    /// <summary>Shown beside its place.</summary>
    Pushed = 1 << 15,
}

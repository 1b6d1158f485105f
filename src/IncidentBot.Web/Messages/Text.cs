using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IncidentBot.Web.Messages;

/// <summary>What somebody wrote, every character as text and white space as it was, with addresses and code told apart.</summary>
public sealed class Text : ComponentBase
{
    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>Where the server is, for links to incidents: empty on its own pages, null in files that go where it is not.</summary>
    [Parameter]
    public string? Server { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in RichText.Pieces(Value))
        {
            switch (piece.Kind)
            {
                case PieceKind.Link: Link(builder, piece.Text, piece.Text, foreign: true); break;
                case PieceKind.Incident when Server is not null: Link(builder, $"{Server}/rooms/{piece.Text}", piece.Text, foreign: false); break;
                case PieceKind.Code: Code(builder, piece.Text); break;
                case PieceKind.Block: Block(builder, piece.Text); break;
                default: builder.AddContent(0, piece.Text); break;
            }
        }
    }

    private static void Link(RenderTreeBuilder builder, string address, string words, bool foreign)
    {
        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", address);
        if (foreign)
        {
            builder.AddAttribute(3, "rel", "noopener noreferrer nofollow");
            builder.AddAttribute(4, "target", "_blank");
        }
        builder.AddContent(5, words);
        builder.CloseElement();
    }

    private static void Block(RenderTreeBuilder builder, string words)
    {
        builder.OpenElement(6, "pre");
        builder.AddAttribute(7, "tabindex", "0");
        Code(builder, words);
        builder.CloseElement();
    }

    private static void Code(RenderTreeBuilder builder, string words)
    {
        builder.OpenElement(8, "code");
        builder.AddContent(9, words);
        builder.CloseElement();
    }
}

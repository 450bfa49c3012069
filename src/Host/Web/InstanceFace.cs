using Layar.Catalogue.Contracts;
using Layar.Kernel.Numbers;
using Layar.Ui.Layouts;

namespace Layar.Host.Web;

/// <summary>How this office presents itself, from its instance file.</summary>
internal sealed class InstanceFace(ICatalogue catalogue) : IInstanceFace
{
    public string ProductName => catalogue.Instance.ProductName;

    public string OfficeName => catalogue.Instance.OfficeShort;

    public string ShortOffice => catalogue.Instance.OfficeShort;

    public string EmergencyPhone => catalogue.Instance.EmergencyPhone;

    public string WhatsApp { get; } = PhoneNumber.Parse(catalogue.Instance.WhatsApp).Match(n => n.International[1..], _ => string.Concat(catalogue.Instance.WhatsApp.Where(char.IsAsciiDigit)));
}

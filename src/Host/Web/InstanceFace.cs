using Layar.Catalogue.Contracts;
using Layar.Ui.Layouts;

namespace Layar.Host.Web;

/// <summary>The office of this installation, as its data files name it.</summary>
internal sealed class InstanceFace(ICatalogue catalogue) : IInstanceFace
{
    public string ProductName => catalogue.Instance.ProductName;

    public string OfficeName => catalogue.Instance.Office;

    public string ShortOffice => catalogue.Instance.OfficeShort;

    public string EmergencyPhone => catalogue.Instance.EmergencyPhone;

    public string WhatsApp => new([.. catalogue.Instance.WhatsApp.Where(char.IsAsciiDigit)]);
}

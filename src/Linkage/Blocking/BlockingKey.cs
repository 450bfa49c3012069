namespace Layar.Linkage.Blocking;

/// <summary>A number per record; records with the same number may be the same person. -1 where nothing is known.</summary>
internal sealed record BlockingKey(string Name, int[] Values)
{
    /// <summary>Numbers for pairs of keys; where one is missing, so is the pair.</summary>
    public static BlockingKey Both(BlockingKey first, BlockingKey second) => Combine($"{first.Name} and {second.Name}", first, second, inOrder: true);

    /// <summary>The same number whichever of the two columns holds which value: given and family name exchanged stay together.</summary>
    public static BlockingKey AnyOrder(BlockingKey first, BlockingKey second) => Combine($"{first.Name} and {second.Name} in any order", first, second, inOrder: false);

    private static BlockingKey Combine(string name, BlockingKey first, BlockingKey second, bool inOrder)
    {
        var numbers = new Dictionary<(int, int), int>();
        var values = new int[first.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (a, b) = (first.Values[i], second.Values[i]);
            if ((a | b) < 0) values[i] = -1;
            else
            {
                if (!inOrder && a > b) (a, b) = (b, a);
                if (!numbers.TryGetValue((a, b), out var number)) numbers.Add((a, b), number = numbers.Count);
                values[i] = number;
            }
        }
        return new BlockingKey(name, values);
    }
}

package fr.ecolhuma.etreprof.demo.chance;

/**
 * A bijection of 0 … size − 1 that scatters neighbours, without a table: i ↦ factor · i + offset modulo size, the factor
 * prime to the size. Sizes up to 3 · 10⁹ keep the product within a long.
 */
public record Permutation(long size, long factor, long offset) {

    private static final double GOLDEN = 0.6180339887498949;

    public static Permutation of(long size, Dice dice) {
        long factor = Math.max(1, (long) ((double) size * GOLDEN));
        while (gcd(factor, size) != 1) {
            factor++;
        }
        return new Permutation(size, factor, Math.floorMod(dice.next(), size));
    }

    public long of(long index) {
        return (factor * index + offset) % size;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

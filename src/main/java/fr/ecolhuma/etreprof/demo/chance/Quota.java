package fr.ecolhuma.etreprof.demo.chance;

/**
 * Shares a target among parts so that the shares are whole, close to proportional and add up to the target exactly: part
 * by part, the difference of two roundings of the running total. Totals and targets up to 10⁹.
 */
public final class Quota {

    private final long total;
    private final long target;
    private long seen;

    /**
     * A quota to take from, part after part.
     *
     * @param total sum of all parts to come, above 0
     */
    public Quota(long total, long target) {
        this.total = total;
        this.target = target;
    }

    /** The share of the next part. */
    public int take(long part) {
        long before = seen * target / total;
        seen += part;
        return (int) (seen * target / total - before);
    }
}

package fr.ecolhuma.etreprof.recompute.gates;

import fr.ecolhuma.etreprof.domain.CatalogueItem;
import fr.ecolhuma.etreprof.features.Features;
import fr.ecolhuma.etreprof.ingestion.row.User;
import fr.ecolhuma.etreprof.snapshot.model.TrainedModel;
import fr.ecolhuma.etreprof.snapshot.model.UserIndex;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.CountMatrix;
import fr.ecolhuma.etreprof.tables.InteractionTable;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the exports say, known before anything is learnt from them.
 *
 * @param asOf the instant at which everything is counted
 * @param rows what became of the rows of each export
 * @param columns what the cells of each column said
 * @param joins what of one export is found in another
 * @param meanAnciennete mean years of teaching of the users who have them; empty when nobody has
 */
public record Entrance(
        LocalDateTime asOf, RowAccounts rows, List<ColumnAccount> columns, Joins joins, OptionalDouble meanAnciennete) {

    /**
     * What of one export is found in another.
     *
     * @param users kept
     * @param usersWithUses users kept who have used something
     * @param contents kept
     * @param contentsPublished contents kept that may be recommended
     * @param contentsUsed contents kept that somebody has used
     * @param uses by users kept
     * @param usesOfUnknownContents uses whose content the contents' export does not have
     */
    public record Joins(
            int users,
            int usersWithUses,
            int contents,
            int contentsPublished,
            int contentsUsed,
            long uses,
            long usesOfUnknownContents) {}

    private static final String USES = "total_interactions_x";

    public Entrance {
        columns = List.copyOf(columns);
    }

    /** The exports as they were read. */
    public static Entrance of(Features features) {
        return new Entrance(
                features.asOf(),
                features.accounts(),
                features.columns(),
                joins(
                        features.table().behaviour(),
                        features.uses().table(),
                        features.contents().size(),
                        (int) features.contents().stream()
                                .filter(content ->
                                        content.isPublishedBy(features.asOf().toLocalDate()))
                                .count(),
                        features.unknownContentEvents()),
                features.table().users().stream()
                        .map(User::anciennete)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .average());
    }

    /** The exports that a model was made from. */
    static Entrance of(TrainedModel model) {
        UserIndex users = model.users();
        return new Entrance(
                model.provenance().asOf(),
                model.provenance().rows(),
                model.provenance().columns(),
                joins(
                        users.counts(),
                        model.interactions(),
                        model.catalogue().size(),
                        (int) model.catalogue().stream()
                                .filter(CatalogueItem::published)
                                .count(),
                        model.provenance().unknownContentEvents()),
                IntStream.range(0, users.size())
                        .mapToObj(users::anciennete)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .average());
    }

    private static Joins joins(
            CountMatrix counts, InteractionTable uses, int contents, int published, long unknownContents) {
        int column = counts.columns().indexOf(USES);
        long all = 0;
        int active = 0;
        for (int user = 0; column >= 0 && user < counts.rows(); user++) {
            all += counts.get(user, column);
            active += counts.get(user, column) > 0 ? 1 : 0;
        }
        BitSet used = new BitSet();
        for (int entry = 0; entry < uses.entries(); entry++) {
            used.set(uses.content(entry));
        }
        return new Joins(counts.rows(), active, contents, published, used.cardinality(), all, unknownContents);
    }
}

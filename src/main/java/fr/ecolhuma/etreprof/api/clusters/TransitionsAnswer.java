package fr.ecolhuma.etreprof.api.clusters;

import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.snapshot.past.UserMoves;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /clusters/transitions}.
 *
 * @param from the version before
 * @param to the version after
 * @param matrix one row a segment before, one count a segment after, in id order; null where a count is hidden
 * @param shares the same, divided by all users of the row's segment, including those who left; three decimals
 * @param newcomers users known only to the version after, by their segment; null where hidden
 * @param leavers users known only to the version before, by their segment; null where hidden
 * @param moved users known to both whose segment changed; null when a part of them is hidden
 * @param hidden how many counts are hidden: those of 1 to 4 users, and those from which these could be computed
 * @param sankey the counts that are shown as nodes and links
 */
record TransitionsAnswer(
        boolean success,
        String from,
        String to,
        List<List<@Nullable Integer>> matrix,
        List<List<@Nullable Double>> shares,
        List<@Nullable Integer> newcomers,
        List<@Nullable Integer> leavers,
        @Nullable Integer moved,
        int hidden,
        Sankey sankey) {

    private static final double DECIMALS = 1_000;

    /** The data of a Sankey diagram; sources and targets are ids of nodes. */
    record Sankey(List<Node> nodes, List<Link> links) {}

    record Node(String id, String name) {}

    record Link(String source, String target, int value) {}

    static TransitionsAnswer of(String from, String to, UserMoves moves) {
        HiddenCells cells = HiddenCells.of(moves, from.compareTo(to) > 0);
        int k = moves.segments();
        List<List<@Nullable Integer>> matrix = new ArrayList<>();
        List<List<@Nullable Double>> shares = new ArrayList<>();
        List<@Nullable Integer> newcomers = new ArrayList<>();
        List<@Nullable Integer> leavers = new ArrayList<>();
        for (int row = 0; row < k; row++) {
            List<@Nullable Integer> counts = new ArrayList<>();
            List<@Nullable Double> parts = new ArrayList<>();
            for (int column = 0; column < k; column++) {
                counts.add(shown(moves, cells, row, column));
                parts.add(share(moves, cells, row, column));
            }
            matrix.add(counts);
            shares.add(parts);
            newcomers.add(shown(moves, cells, k, row));
            leavers.add(shown(moves, cells, row, k));
        }
        return new TransitionsAnswer(
                true,
                from,
                to,
                matrix,
                shares,
                newcomers,
                leavers,
                moved(moves, cells),
                hidden(cells, k),
                new Sankey(nodes(), links(moves, cells)));
    }

    private static @Nullable Integer shown(UserMoves moves, HiddenCells cells, int row, int column) {
        return cells.hides(row, column) ? null : (Integer) moves.count(row, column);
    }

    private static @Nullable Double share(UserMoves moves, HiddenCells cells, int row, int column) {
        int users = 0;
        for (int i = 0; i <= moves.segments(); i++) {
            users += moves.count(row, i);
        }
        if (cells.hides(row, column) || users == 0) {
            return null;
        }
        return Math.round(DECIMALS * moves.count(row, column) / users) / DECIMALS;
    }

    private static @Nullable Integer moved(UserMoves moves, HiddenCells cells) {
        int moved = 0;
        for (int row = 0; row < moves.segments(); row++) {
            for (int column = 0; column < moves.segments(); column++) {
                if (cells.hides(row, column)) {
                    return null;
                }
                moved += row == column ? 0 : moves.count(row, column);
            }
        }
        return moved;
    }

    private static int hidden(HiddenCells cells, int k) {
        int hidden = 0;
        for (int row = 0; row <= k; row++) {
            for (int column = 0; column <= k; column++) {
                hidden += cells.hides(row, column) ? 1 : 0;
            }
        }
        return hidden;
    }

    private static List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (String when : List.of("from", "to")) {
            Personas.shipped().all().forEach(one -> nodes.add(new Node(when + "_" + one.id(), one.name())));
        }
        nodes.add(new Node("newcomers", "Newcomers"));
        nodes.add(new Node("leavers", "Leavers"));
        return nodes;
    }

    private static List<Link> links(UserMoves moves, HiddenCells cells) {
        int k = moves.segments();
        List<Link> links = new ArrayList<>();
        for (int row = 0; row <= k; row++) {
            for (int column = 0; column <= k; column++) {
                int value = moves.count(row, column);
                if (value > 0 && !cells.hides(row, column)) {
                    links.add(new Link(
                            row == k ? "newcomers" : "from_" + row, column == k ? "leavers" : "to_" + column, value));
                }
            }
        }
        return links;
    }
}

package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.gates.ModelDifference;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.segmentation.persona.Persona;
import fr.ecolhuma.etreprof.segmentation.persona.Personas;
import fr.ecolhuma.etreprof.segmentation.profile.SegmentProfile;
import fr.ecolhuma.etreprof.snapshot.files.VersionSummary;
import fr.ecolhuma.etreprof.snapshot.past.SegmentMoves;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the result of a run, line by line. */
public final class RunLines {

    private RunLines() {}

    /**
     * Prints the segments and the published version.
     *
     * @param made the version that the run has made
     */
    public static void print(RunResult result, VersionSummary made, PrintWriter out) {
        for (Persona persona : Personas.shipped().all()) {
            SegmentProfile profile = made.profiles().get(persona.id());
            out.printf(
                    Locale.ROOT,
                    "%d %-18s %,9d users %5.1f %%%n",
                    persona.id(),
                    persona.name(),
                    profile.size(),
                    profile.percentage());
        }
        out.printf(Locale.ROOT, "silhouette %.3f%n", made.quality().silhouette());
        result.warnings().forEach(warning -> out.println("warning: " + warning));
        difference(result, out);
        String end = result.published()
                ? "published model " + result.version()
                : "dry run: nothing was published; the candidate is " + result.version();
        out.printf(Locale.ROOT, "%s in %.1f s%n", end, result.duration().toMillis() / 1000.0);
        out.flush();
    }

    /** Prints the changes that a dry run's candidate would make, and the gates that would refuse it. */
    private static void difference(RunResult result, PrintWriter out) {
        result.gates().stream().filter(GateFinding::refuses).forEach(gate -> out.println("refused: " + gate));
        ModelDifference difference = result.difference();
        if (difference != null) {
            out.printf(Locale.ROOT, "%,d users would move%n", result.movedUsers());
            difference.moved().stream()
                    .filter(flow -> flow.users() > 0)
                    .forEach(flow ->
                            out.printf(Locale.ROOT, "  %d -> %d %,9d users%n", flow.from(), flow.to(), flow.users()));
            out.printf(Locale.ROOT, "%,d users would come, %,d leave%n", difference.newcomers(), difference.leavers());
            difference.strongest().forEach(one -> out.println(moved(one)));
            difference.profiles().forEach((segment, figures) -> figures(segment, figures, out));
            difference
                    .lists()
                    .forEach((segment, overlap) ->
                            out.println("list of %s: %s alike".formatted(segment, shown(overlap))));
            difference.quality().forEach((name, change) -> out.println(name + ": " + changed(change)));
            difference
                    .drift()
                    .forEach((feature, index) -> out.println("drift of %s: %s".formatted(feature, shown(index))));
        }
    }

    private static String moved(SegmentMoves.Case one) {
        String because = one.because().stream()
                .map(feature -> "%s %d -> %d".formatted(feature.feature(), feature.before(), feature.after()))
                .collect(Collectors.joining(", "));
        return "user %d: %d -> %d, %s"
                .formatted(
                        one.userId(), one.from(), one.to(), because.isEmpty() ? "the segments have changed" : because);
    }

    /** Prints the means that would change; sizes are among the figures of the segmentation. */
    private static void figures(String segment, Map<String, ModelDifference.Change> figures, PrintWriter out) {
        figures.forEach((name, change) -> {
            if (change.before() != change.after() && !name.equals("size")) {
                out.println("%s of %s: %s".formatted(name, segment, changed(change)));
            }
        });
    }

    private static String changed(ModelDifference.Change change) {
        return "%s -> %s".formatted(shown(change.before()), shown(change.after()));
    }

    private static String shown(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}

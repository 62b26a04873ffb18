package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.recompute.gates.Entrance;
import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.ExportCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How exports were judged, line by line or as JSON. */
public final class CheckLines {

    /** How it is printed as JSON. */
    private record Printed(boolean accepted, Entrance entrance, List<GateFinding> gates) {}

    private CheckLines() {}

    public static void print(ExportCheck.Result result, boolean json, PrintWriter out) {
        if (json) {
            JsonReport.print(new Printed(!result.refused(), result.entrance(), result.findings()), out);
            return;
        }
        Entrance entrance = result.entrance();
        RowLines.print(entrance.rows(), entrance.columns(), out);
        joins(entrance.joins(), out);
        out.printf(Locale.ROOT, "counted as of %s%n", entrance.asOf());
        entrance.meanAnciennete().ifPresent(years -> out.printf(Locale.ROOT, "mean years of teaching: %.1f%n", years));
        for (GateFinding finding : result.findings()) {
            switch (finding.verdict()) {
                case PASSED -> {}
                case WATCH -> out.println("warning: " + finding);
                case REFUSED -> out.println("refused: " + finding);
            }
        }
        out.println(
                result.refused()
                        ? "a recompute would be refused"
                        : "the exports can be learnt from; nothing was learnt or changed");
        out.flush();
    }

    private static void joins(Entrance.Joins joins, PrintWriter out) {
        out.printf(Locale.ROOT, "%,d users kept, %,d of them with uses%n", joins.users(), joins.usersWithUses());
        out.printf(
                Locale.ROOT,
                "%,d contents kept, %,d of them published, %,d used by somebody%n",
                joins.contents(),
                joins.contentsPublished(),
                joins.contentsUsed());
        out.printf(
                Locale.ROOT,
                "%,d uses by these users, %,d of them of contents that the contents export does not have%n",
                joins.uses(),
                joins.usesOfUnknownContents());
    }
}

package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.io.PrintWriter;
import java.util.Locale;

/** What became of the rows of each export, line by line. */
public final class RowLines {

    private RowLines() {}

    public static void print(RowAccounts accounts, PrintWriter out) {
        for (RowAccount account : accounts.files()) {
            out.printf(Locale.ROOT, "%s: %,d rows read, %,d kept%n", account.file(), account.read(), account.kept());
            account.rejected()
                    .forEach((reason, rejection) -> out.printf(
                            Locale.ROOT,
                            "  %-16s %,12d  first at line %s%n",
                            reason,
                            rejection.rows(),
                            lines(rejection)));
        }
        out.flush();
    }

    private static String lines(RowAccount.Rejection rejection) {
        return String.join(", ", rejection.lines().stream().map(String::valueOf).toList());
    }
}

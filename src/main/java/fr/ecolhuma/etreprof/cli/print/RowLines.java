package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints the outcome of the rows of each export, line by line. */
public final class RowLines {

    private RowLines() {}

    public static void print(RowAccounts accounts, List<ColumnAccount> columns, PrintWriter out) {
        for (RowAccount account : accounts.files()) {
            print(account, columns, out);
        }
        out.flush();
    }

    /** Those of one export. */
    public static void print(RowAccount account, List<ColumnAccount> columns, PrintWriter out) {
        out.printf(Locale.ROOT, "%s: %,d rows read, %,d kept%n", account.file(), account.read(), account.kept());
        account.rejected()
                .forEach((reason, rejection) ->
                        out.printf(Locale.ROOT, "  %-16s %,12d%s%n", reason, rejection.rows(), lines(rejection)));
        columns.stream().filter(column -> column.file().equals(account.file())).forEach(column -> print(column, out));
        out.flush();
    }

    private static void print(ColumnAccount column, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %-21s %,12d filled %,12d null %,12d not understood%s%s%n",
                column.column(),
                column.filled(),
                column.nulls(),
                column.notUnderstood(),
                column.form().equals(ColumnAccount.USUAL) ? "" : ", read as " + column.form(),
                column.examples().isEmpty() ? "" : ": " + column.shownExamples());
    }

    private static String lines(RowAccount.Rejection rejection) {
        return rejection.lines().isEmpty()
                ? ""
                : "  first at line "
                        + String.join(
                                ", ",
                                rejection.lines().stream().map(String::valueOf).toList());
    }
}

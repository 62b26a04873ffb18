package fr.ecolhuma.etreprof.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.ecolhuma.etreprof.ingestion.file.RowTally;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowAccountTests {

    @Test
    void rowsAreTalliedByReasonWithTheFirstLines() {
        RowTally tally = new RowTally("users.csv");
        tally.add(null, 2);
        for (long line : new long[] {3, 4, 6, 7}) {
            tally.add("bad_id", line);
        }
        tally.add("malformed", 5);
        RowAccount account = tally.account();
        assertThat(account.read()).isEqualTo(6);
        assertThat(account.kept()).isEqualTo(1);
        assertThat(account.rejectedRows()).isEqualTo(5);
        assertThat(account.rejected().keySet()).containsExactly("bad_id", "malformed");
        assertThat(account.rejected().get("bad_id")).isEqualTo(new RowAccount.Rejection(4, List.of(3L, 4L, 6L)));
        assertThat(account.reasons()).isEqualTo("4 bad_id (first at line 3), 1 malformed (first at line 5)");
    }

    @Test
    void anAccountMustAddUp() {
        TreeMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        rejected.put("bad_id", new RowAccount.Rejection(2, List.of(2L, 3L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowAccount("users.csv", 4, 1, rejected))
                .withMessage("found 4 rows read, expected 1 kept + 2 rejected");
    }

    @Test
    void anAccountCannotBeChanged() {
        TreeMap<String, RowAccount.Rejection> rejected = new TreeMap<>();
        RowAccount account = new RowAccount("users.csv", 0, 0, rejected);
        rejected.put("late", new RowAccount.Rejection(1, List.of()));
        assertThat(account.rejected()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> account.rejected().clear());
    }
}

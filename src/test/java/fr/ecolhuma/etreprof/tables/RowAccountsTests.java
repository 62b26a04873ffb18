package fr.ecolhuma.etreprof.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class RowAccountsTests {

    private static final RowAccount USERS = kept("u.csv", 4);
    private static final RowAccount CONTENTS = kept("c.csv", 5);
    private static final RowAccount EVENTS = kept("i.csv", 60);
    private static final JsonMapper MAPPER = new JsonMapper();

    private static RowAccount kept(String file, long rows) {
        return new RowAccount(file, rows, rows, new TreeMap<>());
    }

    @Test
    void aListNamesUsersContentsAndEventsByPlace() {
        RowAccounts accounts = RowAccounts.of(List.of(USERS, CONTENTS, EVENTS));
        assertThat(accounts).isEqualTo(new RowAccounts(USERS, CONTENTS, EVENTS));
        assertThat(accounts.files()).containsExactly(USERS, CONTENTS, EVENTS);
        assertThat(accounts.read()).isEqualTo(69);
    }

    @Test
    void accountsThatAListLacksCountNothingAndAreNotListed() {
        RowAccounts accounts = RowAccounts.of(List.of(USERS));
        assertThat(accounts.events().read()).isZero();
        assertThat(accounts.files()).containsExactly(USERS);
        assertThat(accounts.read()).isEqualTo(4);
    }

    @Test
    void inJsonTheyAreAList() {
        RowAccounts accounts = new RowAccounts(USERS, CONTENTS, EVENTS);
        String json = MAPPER.writeValueAsString(accounts);
        assertThat(json).isEqualTo("""
                [{"file":"u.csv","read":4,"kept":4,"rejected":{}},\
                {"file":"c.csv","read":5,"kept":5,"rejected":{}},\
                {"file":"i.csv","read":60,"kept":60,"rejected":{}}]""");
        assertThat(MAPPER.readValue(json, RowAccounts.class)).isEqualTo(accounts);
    }

    @Test
    void aFourthAccountIsRefused() {
        String message = "rows: found 4 accounts, expected those of users, contents and interactions";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowAccounts.of(List.of(USERS, CONTENTS, EVENTS, EVENTS)))
                .withMessage(message);
        String json = MAPPER.writeValueAsString(List.of(USERS, CONTENTS, EVENTS, EVENTS));
        assertThatExceptionOfType(DatabindException.class)
                .isThrownBy(() -> MAPPER.readValue(json, RowAccounts.class))
                .withMessageContaining(message);
    }
}

package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.NamedKey;
import fr.ecolhuma.etreprof.api.edge.keys.Role;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockHttpServletRequest;

/** The table of {@code docs/operations.md}, made by asking the rules. */
final class AccessPage {

    private static final String BEGIN = "<!-- this table is made from the rules -->\n";
    private static final String END = "<!-- end of the table -->\n";
    private static final Caller NOBODY = new Caller.Unknown(null);

    private static final List<Need> ORDER = List.of(
            Need.NOTHING,
            Need.READING,
            Need.PERSONAL,
            Need.OWN,
            Need.TOKEN,
            Need.EVENTS,
            Need.DECISIONS,
            Need.ADMINISTRATION);

    private AccessPage() {}

    /** The page with the table of today. */
    static String renewed(String page, List<String> operations) {
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        return before + table(operations) + page.substring(page.indexOf(END));
    }

    private static String table(List<String> operations) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| calls | no key | reader | writer | editor | admin | the user's token | another user's | no key configured: local | elsewhere |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        for (Need need : ORDER) {
            List<String> calls = operations.stream()
                    .filter(call -> need(call) == need)
                    .sorted(AccessPage::byPath)
                    .toList();
            if (!calls.isEmpty()) {
                lines.add(row(calls));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static int byPath(String one, String other) {
        return one.substring(one.indexOf('/')).compareTo(other.substring(other.indexOf('/')));
    }

    private static Need need(String call) {
        MockHttpServletRequest request = request(call, "192.0.2.7");
        return AccessTable.need(request);
    }

    private static MockHttpServletRequest request(String call, String from) {
        String[] parts = call.split(" ");
        return Access.request(parts[0], parts[1].replace("{user_id}", "26").replaceAll("[{}]", ""), from);
    }

    private static String row(List<String> calls) {
        Access closed = Access.of(AccessSettings.Read.AUTO, "root");
        Access open = Access.of(AccessSettings.Read.AUTO, "");
        String call = calls.getFirst();
        List<String> cells = new ArrayList<>();
        cells.add(calls.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")));
        cells.add(answer(closed, call, "192.0.2.7", NOBODY));
        Arrays.stream(Role.values())
                .map(role -> answer(closed, call, "192.0.2.7", new Caller.WithKey(new NamedKey("name", role))))
                .forEach(cells::add);
        cells.add(answer(closed, call, "192.0.2.7", new Caller.OfUser(26)));
        cells.add(answer(closed, call, "192.0.2.7", new Caller.OfUser(27)));
        cells.add(answer(open, call, "127.0.0.1", NOBODY));
        cells.add(answer(open, call, "192.0.2.7", NOBODY));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String answer(Access access, String call, String from, Caller caller) {
        try {
            access.rules().require(request(call, from), caller);
            return "yes";
        } catch (ApiException e) {
            return e.kind() == ApiException.Kind.UNAUTHORIZED ? "401" : "403";
        }
    }
}

package fr.ecolhuma.etreprof.api.edge.fast;

import fr.ecolhuma.etreprof.api.edge.form.PreparedBody;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses whose answer is the same for everyone; their controllers register here at the start. */
@Component
public final class CommonBodies {

    /**
     * An address.
     *
     * @param route the pattern that it is counted under
     * @param answer gives the answer of the moment; throws what the controller throws
     */
    public record Common(String route, Supplier<PreparedBody> answer) {}

    private final Map<String, Common> byPath = new ConcurrentHashMap<>();

    /** Registers an address without parameters. */
    public void add(String path, String route, Supplier<PreparedBody> answer) {
        byPath.put(path, new Common(route, answer));
    }

    /** The source of an address's answer, or null when the answer is not the same for everyone. */
    public @Nullable Common at(String path) {
        return byPath.get(path);
    }
}

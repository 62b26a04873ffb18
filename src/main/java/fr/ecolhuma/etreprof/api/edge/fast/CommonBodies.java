package fr.ecolhuma.etreprof.api.edge.fast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which addresses have an answer that is the same for everyone, and who gives it; told by the controllers at the start. */
@Component
public final class CommonBodies {

    /**
     * An address.
     *
     * @param route the pattern that it is counted under
     * @param answer gives the answer of the moment; throws what the controller throws
     */
    public record Common(String route, Supplier<ResponseEntity<byte[]>> answer) {}

    private final Map<String, Common> byPath = new ConcurrentHashMap<>();

    /** Tells of an address without parameters. */
    public void add(String path, String route, Supplier<ResponseEntity<byte[]>> answer) {
        byPath.put(path, new Common(route, answer));
    }

    /** Who answers an address, or null when its answer is not the same for everyone. */
    public @Nullable Common at(String path) {
        return byPath.get(path);
    }
}

package fr.ecolhuma.etreprof.segmentation.persona;

import fr.ecolhuma.etreprof.domain.ShippedFile;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The personas shipped with the service, in id order. */
public final class Personas {

    private static final Personas SHIPPED = new Personas(read("personas.json"));

    private final List<Persona> all;

    Personas(List<Persona> all) {
        for (int id = 0; id < all.size(); id++) {
            if (all.get(id).id() != id) {
                throw new IllegalArgumentException("found persona id %d at position %d, expected ids in order from 0"
                        .formatted(all.get(id).id(), id));
            }
        }
        this.all = List.copyOf(all);
    }

    /** The four personas of the platform. */
    public static Personas shipped() {
        return SHIPPED;
    }

    /** All personas, in id order. */
    public List<Persona> all() {
        return all;
    }

    /** The number of personas, which is also the number of segments. */
    public int size() {
        return all.size();
    }

    /**
     * The persona of a segment.
     *
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public Persona get(int id) {
        return all.get(id);
    }

    private static List<Persona> read(String resource) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        return List.of(mapper.readValue(ShippedFile.text(Personas.class, resource), Persona[].class));
    }
}

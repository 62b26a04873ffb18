package fr.ecolhuma.etreprof.cli.print;

import java.io.PrintWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints the figures of a command. */
public final class JsonReport {

    private JsonReport() {}

    /** Prints a report as indented JSON; the mapper is created here, so that other commands do not wait for it. */
    public static void print(Object report, PrintWriter out) {
        out.println(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report));
    }
}

package fr.ecolhuma.etreprof.demo;

import org.jspecify.annotations.Nullable;

/** The demo exports cannot be written as requested; the message says what was found and what was expected. */
public final class DemoDataException extends RuntimeException {

    public DemoDataException(String subject, Object found, String expected) {
        this(subject, found, expected, null);
    }

    public DemoDataException(String subject, Object found, String expected, @Nullable Throwable cause) {
        super("%s: found %s, expected %s".formatted(subject, found, expected), cause);
    }
}

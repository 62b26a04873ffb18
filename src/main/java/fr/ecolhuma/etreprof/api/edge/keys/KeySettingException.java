package fr.ecolhuma.etreprof.api.edge.keys;

import java.io.Serial;

/** A setting of keys that cannot be used; the message names its variable and shows no key. */
public final class KeySettingException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    KeySettingException(String variable, String message) {
        super(variable + ": " + message);
    }
}

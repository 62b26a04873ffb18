package fr.ecolhuma.etreprof.cli;

import java.io.Serial;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;

/** A setting that cannot be used; the message says what was found and what was expected. */
final class SettingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private SettingException(String message) {
        super(message);
    }

    /** The bad setting behind a failed start, or the failure itself if it has another cause. */
    static RuntimeException behind(RuntimeException failure) {
        @Nullable BindException bound = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                bound = bind;
            } else if (bound != null && cause instanceof ConversionFailedException conversion) {
                return new SettingException("setting %s: found '%s', expected %s"
                        .formatted(bound.getName(), conversion.getValue(), expected(conversion.getTargetType())));
            } else if (bound != null && cause instanceof IllegalArgumentException) {
                // the settings' own messages say what was found and what was expected
                return new SettingException("setting " + cause.getMessage());
            }
        }
        return failure;
    }

    private static String expected(TypeDescriptor type) {
        if (type.getType().isEnum()) {
            return Arrays.stream(type.getType().getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        return type.getType() == Duration.class ? "a duration such as 30s" : "a number";
    }
}

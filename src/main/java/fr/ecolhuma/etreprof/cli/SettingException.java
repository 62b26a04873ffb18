package fr.ecolhuma.etreprof.cli;

import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** A setting that cannot be used; the message says what was found and what was expected. */
final class SettingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private SettingException(Object setting, @Nullable Object found, @Nullable String expected) {
        super("setting %s: found '%s', expected %s".formatted(setting, found, expected));
    }

    /** The bad setting behind a failed start, or the failure itself when it is another one. */
    static RuntimeException behind(RuntimeException failure) {
        ConfigurationPropertyName name = ConfigurationPropertyName.EMPTY;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                name = bind.getName();
            } else if (cause instanceof ConversionFailedException conversion) {
                return new SettingException(name, conversion.getValue(), "an integer");
            } else if (cause instanceof BindValidationException invalid) {
                return of(name, invalid.getValidationErrors().getAllErrors().getFirst(), failure);
            }
        }
        return failure;
    }

    private static RuntimeException of(ConfigurationPropertyName name, ObjectError error, RuntimeException failure) {
        if (!(error instanceof FieldError field)) {
            return failure;
        }
        String setting = field.getField().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return new SettingException(name.append(setting), field.getRejectedValue(), field.getDefaultMessage());
    }
}

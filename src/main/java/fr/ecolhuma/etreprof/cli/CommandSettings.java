package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.recompute.gates.GateSettings;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import fr.ecolhuma.etreprof.recompute.stages.Pipeline;
import fr.ecolhuma.etreprof.snapshot.erasure.Erasures;
import java.time.Clock;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** The service's settings without its Spring context, for a command that needs few objects. */
final class CommandSettings {

    private final Binder binder;

    private CommandSettings(Binder binder) {
        this.binder = binder;
    }

    /** Reads the settings from the service's sources. */
    static CommandSettings read() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new CommandSettings(Binder.get(environment));
    }

    /**
     * The settings of the pipeline and its folders.
     *
     * @throws SettingException if a setting cannot be used
     */
    EtreprofSettings etreprof() {
        return bound("etreprof", EtreprofSettings.class);
    }

    /**
     * The pipeline by these settings, without the users who are erased.
     *
     * @throws SettingException if a setting cannot be used
     */
    Pipeline pipeline() {
        EtreprofSettings settings = etreprof();
        return new Pipeline(
                settings.pipeline(), codeVersion(), Clock.systemUTC(), new Erasures(settings.modelsDir())::latest);
    }

    /**
     * What a new model has to keep.
     *
     * @throws SettingException if a setting cannot be used
     */
    GateSettings gates() {
        return bound("etreprof.gates", GateSettings.class);
    }

    private <T> T bound(String prefix, Class<T> type) {
        try {
            return binder.bindOrCreate(prefix, type);
        } catch (RuntimeException e) {
            throw SettingException.behind(e);
        }
    }

    /** The version of the code. */
    private String codeVersion() {
        return binder.bind("etreprof.code-version", String.class).get();
    }
}

package fr.ecolhuma.etreprof.cli;

import fr.ecolhuma.etreprof.recompute.ModelConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The objects that make, keep and serve models, as in the service: the same settings, without the web. */
final class ModelContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ModelContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it without loading a model.
     *
     * @throws SettingException if a setting cannot be used
     */
    static ModelContext open() {
        // a thread would load classes of the web meanwhile, which no command needs
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        try {
            return new ModelContext(new SpringApplicationBuilder(ModelConfiguration.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties("logging.level.root=error", "logging.level.org.springframework.boot=off")
                    .run());
        } catch (RuntimeException e) {
            throw SettingException.behind(e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

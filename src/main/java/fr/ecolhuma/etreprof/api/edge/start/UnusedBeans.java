package fr.ecolhuma.etreprof.api.edge.start;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/** Takes away beans that their auto-configuration has no switch for. */
@Component
final class UnusedBeans implements BeanDefinitionRegistryPostProcessor {

    /** Reads every bean's annotations for {@code @JacksonComponent}, which is a twentieth of a start; none has it. */
    static final String JACKSON_COMPONENTS = "jsonComponentModule";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // what Spring has generated ahead of time no longer has them
        List.of(JACKSON_COMPONENTS).stream()
                .filter(registry::containsBeanDefinition)
                .forEach(registry::removeBeanDefinition);
    }
}

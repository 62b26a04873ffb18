package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** What runs and what it serves, for {@code /actuator/info}; the commit stands beside them where the build knew it. */
@Component
final class ModelInfo implements InfoContributor {

    private final ServedModel served;
    private final String code;

    ModelInfo(ServedModel served, @Value("${etreprof.code-version}") String code) {
        this.served = served;
        this.code = code;
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail("code", Map.of("version", code));
        served.find()
                .ifPresent(snapshot -> builder.withDetail(
                        "model",
                        Map.of(
                                "version",
                                snapshot.version(),
                                "as_of",
                                snapshot.model().provenance().asOf() + "Z",
                                "users",
                                snapshot.model().quality().users())));
    }
}

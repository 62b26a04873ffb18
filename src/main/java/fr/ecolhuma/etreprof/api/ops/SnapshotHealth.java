package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.api.served.ServedModel;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The service is ready when it serves a model. */
@Component("snapshot")
final class SnapshotHealth implements HealthIndicator {

    private final ServedModel served;

    SnapshotHealth(ServedModel served) {
        this.served = served;
    }

    @Override
    public Health health() {
        return served.find()
                .map(snapshot -> Health.up().withDetail("model_version", snapshot.version()))
                .orElseGet(() -> Health.outOfService().withDetail("reason", "no model is served yet"))
                .build();
    }
}

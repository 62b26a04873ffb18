package fr.ecolhuma.etreprof.api.ops;

import fr.ecolhuma.etreprof.snapshot.disk.SnapshotException;
import fr.ecolhuma.etreprof.snapshot.files.SnapshotStore;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the folder of the versions can be read, and which of them is current. */
@Component("store")
final class StoreHealth implements HealthIndicator {

    private final SnapshotStore store;

    StoreHealth(SnapshotStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("versions", store.versions().size())
                    .withDetail("current", store.currentName().orElse("none"))
                    .build();
        } catch (SnapshotException e) {
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}

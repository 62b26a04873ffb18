package fr.ecolhuma.etreprof.api.ops;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** A service whose disk is full answers, but can neither recompute nor erase anyone. */
@Component("disk")
final class DiskHealth implements HealthIndicator {

    private final Volumes volumes;
    private final long least;

    DiskHealth(Volumes volumes, @Value("${etreprof.least-free}") DataSize least) {
        this.volumes = volumes;
        this.least = least.toBytes();
    }

    @Override
    public Health health() {
        Map<String, Long> free = new TreeMap<>();
        volumes.names().forEach(name -> free.put(name, volumes.free(name)));
        boolean enough = free.values().stream().allMatch(bytes -> bytes >= least);
        return (enough ? Health.up() : Health.down())
                .withDetail("free_bytes", free)
                .withDetail("least_free_bytes", least)
                .build();
    }
}

package fr.ecolhuma.etreprof.api.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** The free space of the volumes that the service writes to. */
@Component
final class DiskMeters implements MeterBinder {

    private final Volumes volumes;

    DiskMeters(Volumes volumes) {
        this.volumes = volumes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        volumes.names()
                .forEach(name -> Gauge.builder("etreprof.disk.free.bytes", () -> volumes.free(name))
                        .description("Free space of the volume of a folder")
                        .tag("folder", name)
                        .register(registry));
    }
}

package fr.ecolhuma.etreprof.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskHealthTests {

    @TempDir
    Path folder;

    @Test
    void aVolumeWithTooLittleSpaceIsDown() {
        Volumes volumes = new Volumes(folder.resolve("models/that/do/not/exist"), folder);
        assertThat(new DiskHealth(volumes, DataSize.ofBytes(1)).health().getStatus())
                .isEqualTo(Status.UP);
        DataSize more = DataSize.ofBytes(folder.toFile().getTotalSpace() + 1);
        assertThat(new DiskHealth(volumes, more).health().getStatus()).isEqualTo(Status.DOWN);
    }
}

package fr.ecolhuma.etreprof.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryNeedTests {

    /** 7,000,000,000 / 14 bytes are 476.8 MB of 1,048,576 bytes, so 500 in steps of 100. */
    @ParameterizedTest
    @CsvSource({
        "0, CSV, 256MB",
        "840000000, CSV, 256MB",
        "7000000000, CSV, 500MB",
        "7000000000, CSV_GZ, 2900MB",
        "7000000000, PARQUET, 2400MB"
    })
    void theNeedGrowsWithTheText(long bytes, ExportFile.Format format, String need) {
        assertThat(MemoryNeed.of(bytes, format)).isEqualTo(need);
    }
}

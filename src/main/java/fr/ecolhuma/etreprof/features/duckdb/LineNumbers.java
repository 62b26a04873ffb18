package fr.ecolhuma.etreprof.features.duckdb;

import fr.ecolhuma.etreprof.ingestion.file.ExportFile;
import fr.ecolhuma.etreprof.ingestion.file.RowScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of an events' export at which its rows start. */
final class LineNumbers {

    private final ExportFile file;
    private final List<String> columns;

    LineNumbers(ExportFile file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Lines by row number: the rows that cannot be split have no number, and a row may take several lines. */
    Map<Long, Long> of(Set<Long> wanted) {
        Map<Long, Long> lines = new HashMap<>();
        if (file.format() == ExportFile.Format.PARQUET) {
            wanted.forEach(number -> lines.put(number, number + 1));
            return lines;
        }
        try (RowScan scan = RowScan.open(file, columns)) {
            for (long number = 0; lines.size() < wanted.size() && scan.next(); ) {
                number += scan.defect() == null ? 1 : 0;
                if (scan.defect() == null && wanted.contains(number)) {
                    lines.put(number, scan.line());
                }
            }
        }
        return lines;
    }
}

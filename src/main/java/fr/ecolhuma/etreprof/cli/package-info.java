/** The batch commands of the same jar; no web server is started. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "classification :: *",
            "demo",
            "demo :: *",
            "features",
            "features :: *",
            "ingestion :: *",
            "recommendation :: *",
            "recompute",
            "recompute :: *",
            "segmentation",
            "segmentation :: *",
            "snapshot :: *",
            "tables"
        })
package fr.ecolhuma.etreprof.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

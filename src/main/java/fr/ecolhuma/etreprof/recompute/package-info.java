/** Runs the stages in order and publishes the result; one run at a time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "classification :: *",
            "domain",
            "features",
            "features :: *",
            "ingestion :: *",
            "recommendation :: *",
            "segmentation",
            "segmentation :: *",
            "snapshot :: *",
            "tables"
        })
package fr.ecolhuma.etreprof.recompute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

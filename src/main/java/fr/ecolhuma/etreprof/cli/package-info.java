/** The batch commands of the same jar; no web server is started. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "demo",
            "features",
            "segmentation",
            "classification",
            "recommendation",
            "snapshot",
            "recompute"
        })
package fr.ecolhuma.etreprof.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

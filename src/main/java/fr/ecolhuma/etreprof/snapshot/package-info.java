/** The immutable model that is served. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "classification :: *",
            "csv",
            "domain",
            "recommendation :: *",
            "segmentation",
            "segmentation :: *",
            "tables"
        })
package fr.ecolhuma.etreprof.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

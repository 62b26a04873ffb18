/** HTTP: one sub-package a group of endpoints; groups share errors and the served model, and never see one another. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "classification :: *",
            "csv",
            "domain",
            "ingestion :: *",
            "recommendation :: *",
            "recompute",
            "recompute :: *",
            "segmentation",
            "segmentation :: *",
            "snapshot :: *",
            "tables"
        })
package fr.ecolhuma.etreprof.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

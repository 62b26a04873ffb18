/**
 * HTTP: one sub-package per group of endpoints. Groups share errors and the served model, and do not depend on one
 * another, but for the profile, which shows the user's list.
 */
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

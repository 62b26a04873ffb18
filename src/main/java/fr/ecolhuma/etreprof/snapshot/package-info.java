/** The immutable model being served, its store on disk and its atomic swap. */
@NullMarked
@ApplicationModule(allowedDependencies = {"features", "segmentation", "classification", "recommendation"})
package fr.ecolhuma.etreprof.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

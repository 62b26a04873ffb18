/** Runs the stages in order and publishes the result; one run at a time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"features", "segmentation", "classification", "recommendation", "snapshot"})
package fr.ecolhuma.etreprof.recompute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Four segments of users from their counts: scale, cluster, keep ids stable, judge, describe. */
@NullMarked
@ApplicationModule(allowedDependencies = "features")
package fr.ecolhuma.etreprof.segmentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

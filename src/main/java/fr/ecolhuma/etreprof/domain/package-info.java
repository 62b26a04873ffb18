/** The words everybody uses: contents and their keys, levels and stages, themes and défis. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package fr.ecolhuma.etreprof.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Access tokens of Google's APIs, from a key file or from the machine itself. */
@NullMarked
@NamedInterface("google")
package fr.ecolhuma.etreprof.ingestion.google;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

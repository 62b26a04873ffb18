/** Exports that are objects of Google's Cloud Storage. */
@NullMarked
@NamedInterface("bucket")
package fr.ecolhuma.etreprof.ingestion.bucket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

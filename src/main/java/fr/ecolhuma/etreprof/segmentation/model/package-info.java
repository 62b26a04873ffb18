/** The segmentation as a value: columns, scaler, centroids. */
@NullMarked
@NamedInterface("model")
package fr.ecolhuma.etreprof.segmentation.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
